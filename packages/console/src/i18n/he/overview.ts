const overview = {
  lead: 'מצב המשלוחים בסביבת {{environment}}.',
  toAlert: 'מה לעשות',
  attention: 'דורש טיפול',
  failuresInARow_one: 'כישלון אחד ברצף',
  failuresInARow_two: '{{count}} כישלונות ברצף',
  failuresInARow_other: '{{count}} כישלונות ברצף',
  failures: 'כישלונות אחרונים',
  allFailures: 'כל הכישלונות',
  noFailures: 'אין משלוחים שנכשלו',
  lastDelivery: 'משלוח אחרון:',
  overlapEnds: 'הסוד הישן מפסיק לחתום:',
  expires: 'תעודת הלקוח שלו תפוג:',
  expired: 'תוקף תעודת הלקוח שלו פג:',
  authorityExpires: 'תוקף הרשות שהוא סומך עליה יפוג:',
  authorityExpired: 'תוקף הרשות שהוא סומך עליה פג:',
};

const checklist = {
  title: 'צעדים ראשונים',
  dismiss: 'להסתיר את הצעדים הראשונים',
  bringBack: 'להציג את הצעדים הראשונים',
  webhook: 'להוסיף Webhook',
  inbox: 'עם תיבת בדיקה',
  inboxHint: 'אין עדיין מערכת מקבלת? תיבת בדיקה של השרת הזה מציגה מה היה מגיע.',
  watch: 'מה שנשלח ממנו מוצג ב־',
  test: 'לשלוח בדיקה',
  toTest: 'לבדוק את „{{name}}”',
  event: 'לשלוח את האירוע הראשון',
  keyHint: 'הפקודה לוקחת מפתח מסביבת המעטפת. אפשר ליצור אחד:',
  verify: 'לאמת את החתימה',
  verifyHint: 'כל בקשה חתומה. על המקבל לבדוק זאת ולענות 2xx.',
  showCode: 'להציג את הקוד',
  language: 'שפת הקוד',
  done: 'בוצע',
  open: 'לביצוע',
};

export default { overview, checklist };
