const sources = {
  title: 'מקורות',
  lead: 'פלטפורמות חתימה אלקטרונית ששולחות לכאן את האירועים שלהן.',
  add: 'הוספת מקור',
  none: 'אין עדיין מקור',
  noneHint: 'בעזרת מקור, אירועים של פלטפורמת חתימה נשלחים כמו שלכם.',
  platform: 'פלטפורמה',
  secret: 'סוד',
  secretHint: 'הזינו את אותו סוד בפלטפורמה: הוא מוכיח שהפניות מגיעות משם.',
  secretKeep: 'השאירו ריק כדי לשמור על הנוכחי.',
  proof: 'הוכחה',
  proofNone: 'אין',
  proofSender: 'מוכיח את השולח',
  proofBody: 'מוכיח את השולח ואת הגוף',
  url: 'כתובת נכנסת',
  urlTitle: 'הכתובת הנכנסת של {{name}}',
  guide: 'ב־{{platform}}, תחת Settings › Webhooks, הזינו את הכתובת הזאת ואת אותו סוד, ובחרו את האירועים.',
  rotate: 'כתובת נכנסת חדשה',
  rotateTitle: 'לתת ל־{{name}} כתובת נכנסת חדשה?',
  rotateHint: 'הכתובת הנוכחית תפסיק לפעול מיד. הזינו את החדשה בפלטפורמה ללא דיחוי.',
  edit: 'עריכת {{name}}',
  deleteTitle: 'למחוק את {{name}}?',
  deleteHint: 'הכתובת הנכנסת תפסיק לפעול מיד. אירועים שנשלחו קודם נשארים.',
  deleted: '{{name}} נמחק',
};

const keys = {
  title: 'מפתחות API',
  lead: 'בעזרת מפתח, תוכנה שולחת אירועים או מנהלת Webhooks בסביבה הזאת.',
  add: 'יצירת מפתח',
  none: 'אין עדיין מפתחות בסביבת {{environment}}',
  noneHint: 'תוכנה צריכה מפתח כדי לשלוח אירועים.',
  nameHint: 'מה משתמש בו.',
  key: 'מפתח',
  madeTitle: 'מפתח עבור {{name}}',
  scopes: 'הרשאות',
  scope: {
    'events:write': 'שליחת אירועים',
    'events:read': 'קריאת אירועים ומשלוחים',
    'webhooks:write': 'ניהול Webhooks',
    'webhooks:read': 'קריאת Webhooks',
    'sources:write': 'ניהול מקורות',
    'sources:read': 'קריאת מקורות',
  },
  revoke: 'שלילה',
  revokeNamed: 'שלילת המפתח {{name}}',
  revokeHint: 'מעתה כל מי שמשתמש בו נדחה. אי אפשר לבטל זאת.',
  revoked: '{{name}} נשלל',
};

const settings = {
  title: 'הגדרות',
  tile: {
    webhook: 'Webhook',
    sources: 'מקורות',
    keys: 'מפתחות API',
    directory: 'מדריך הארגון',
    applications: 'יישומים',
    organization: 'ארגון',
  },
  hint: {
    webhook: 'למי מודיעים על מה, וכיצד.',
    sources: 'פלטפורמות חתימה אלקטרונית ששולחות לכאן אירועים.',
    keys: 'עבור תוכנות שמשתמשות ב־API.',
    directory: 'מחלקות, מערכות מקור, יחידות עסקיות ותבניות.',
    applications: 'כל אחד עם ארבע הסביבות שלו.',
    organization: 'שם הארגון.',
  },
};

const organizations = {
  title: 'ארגונים',
  lead: 'כל הלקוחות של השרת הזה.',
  add: 'הוספת ארגון',
  addHint: 'היישומים שלו באים אחר כך.',
};

const organization = { title: 'הגדרות הארגון', name: 'שם' };

const applications = {
  title: 'יישומים',
  lead: 'Webhooks ואירועים נמצאים ביישום, בנפרד בכל אחת מהסביבות שלו.',
  none: 'אין עדיין יישום',
  environments: 'סביבות',
  idHint: 'מתחיל ב־appId_. ריק: נוצר מזהה.',
  added: '{{name}} נוסף',
};

const directory = {
  title: 'מדריך הארגון',
  lead: 'השמות שמעטפות, אירועים ו־Webhooks של הארגון מתייחסים אליהם.',
  kind: {
    departments: 'מחלקות',
    'source-systems': 'מערכות מקור',
    'business-units': 'יחידות עסקיות',
    templates: 'תבניות',
  },
  add: {
    departments: 'הוספת מחלקה',
    'source-systems': 'הוספת מערכת מקור',
    'business-units': 'הוספת יחידה עסקית',
    templates: 'הוספת תבנית',
  },
  none: {
    departments: 'אין עדיין מחלקות',
    'source-systems': 'אין עדיין מערכות מקור',
    'business-units': 'אין עדיין יחידות עסקיות',
    templates: 'אין עדיין תבניות',
  },
  hint: {
    departments: 'למשל הלוואות, משאבי אנוש, ציות.',
    'source-systems': 'הערכים של Request From, למשל LoanManagement או HRPortal.',
    'business-units': 'עם החברות שלהן, ושדות שאפשר לדווח עם כל אירוע.',
    templates: 'אפשר לצמד תבנית ל־Webhooks שמופעלים רק לפי הוראה.',
  },
  search: 'חיפוש שם',
  companies: 'חברות',
  companyCount_one: 'חברה אחת',
  companyCount_two: '{{count}} חברות',
  companyCount_other: '{{count}} חברות',
  companyName: 'שם חברה {{number}}',
  addCompany: 'הוספת חברה',
  removeCompany: 'הסרת חברה {{number}}',
  fieldName: 'שם שדה {{number}}',
  fieldNameExample: 'costCenter',
  fieldValue: 'ערך שדה {{number}}',
  addField: 'הוספת שדה',
  removeField: 'הסרת שדה {{number}}',
  coupled: 'Webhooks מצומדים',
  coupledHint: 'הם מופעלים בכל תהליך שנוצר מהתבנית הזאת.',
  webhookCount_one: 'Webhook אחד',
  webhookCount_two: '{{count}} Webhooks',
  webhookCount_other: '{{count}} Webhooks',
  editNamed: 'עריכת {{name}}',
  deleteNamed: 'מחיקת {{name}}',
  deleteHint: 'אי אפשר לבטל זאת. המחיקה נדחית כל עוד Webhooks מסננים לפיו.',
  deleted: '{{name}} נמחק',
};

export default { sources, keys, settings, organizations, organization, applications, directory };
