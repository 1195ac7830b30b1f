const copying = {
  action: 'העתקה מסביבת {{environment}}',
  title: 'העתקת Webhooks לסביבת {{environment}}',
  lead: 'לעותקים אותן הגדרות ומפתחות סודיים משלהם. הם מושבתים עד שתפעילו אותם.',
  sameUrl: 'הם מובילים לאותן כתובות. הזינו את הכתובות של סביבת {{environment}} לפני שתפעילו אותם.',
  from: 'מסביבת',
  choose: 'ה־Webhooks להעתקה',
  nothing: 'אין Webhooks בסביבת {{environment}}.',
  copy_one: 'העתקת Webhook אחד',
  copy_two: 'העתקת שני Webhooks',
  copy_other: 'העתקת {{count}} Webhooks',
  doneTitle: 'הועתקו לסביבת {{environment}}',
  secrets: 'לכל עותק מפתח סודי משלו. הם מוצגים רק עכשיו.',
  publicKey: 'מפתח ציבורי',
  stored: 'שמרתי אותם',
  noAuth: 'פרטי ההזדהות שלו לא הועתקו: הזינו אותם לפני שתפעילו אותו.',
  failed: '„{{name}}” לא הועתק',
};

export default { copying };
