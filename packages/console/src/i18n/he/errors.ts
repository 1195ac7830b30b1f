// What the server says in English, by its error codes. A code that is missing here is shown in the server's own words.
const errors = {
  unreachable: {
    message: 'אין חיבור לשרת.',
    remedy: 'בדקו את החיבור. ייתכן שמה שנשלח הגיע: בדקו לפני ששולחים שוב.',
  },
  unreadable: {
    message: 'התשובה לא הגיעה מ־Signpost.',
    remedy: 'משהו בין הדפדפן לשרת השיב במקומו. נסו שוב, או פנו למי שמנהל את הרשת.',
  },
  unexpected: { message: 'משהו השתבש במסוף.', remedy: 'טענו את הדף מחדש ונסו שוב.' },
  unauthenticated: {
    message: 'הבקשה אינה נושאת מפתח תקף.',
    remedy: 'היכנסו עם מפתח השורש או עם מפתח של היישום והסביבה.',
  },
  missing_field: { message: 'השדה {{path}} הוא חובה.', remedy: 'מלאו את השדה.' },
  unknown_field: { message: 'אין שדה בשם {{path}}.', remedy: 'הסירו את השדה או תקנו את שמו.' },
  invalid_field: { message: '{{path}}: {{reason}}.', remedy: 'תקנו את הערך ושלחו שוב.' },
  url_refused: {
    message: 'אי אפשר להשתמש בכתובת: {{reason}}.',
    remedy: 'תנו כתובת http או https שהשרת הזה רשאי להגיע אליה.',
  },
  unknown_event_type: {
    message: 'אין סוג אירוע בשם ״{{type}}״.',
    remedy: 'השתמשו בסוג מתוך קטלוג האירועים.',
  },
  unknown_directory_name: {
    message: 'אין במדריך הארגון השם ״{{name}}״.',
    remedy: 'השתמשו בשם מתוך המדריך, או הוסיפו אותו שם.',
  },
  not_found: { message: 'אין כאן פריט עם המזהה הזה.', remedy: 'בדקו את המזהה, את היישום ואת הסביבה.' },
  already_exists: { message: 'כבר יש פריט כזה.', remedy: 'בחרו שם אחר, או השתמשו בקיים.' },
  in_use: {
    message: 'הפריט בשימוש אצל: {{usedBy}}.',
    remedy: 'הסירו אותו מהמסננים של ה־Webhooks האלה ואז מחקו אותו.',
  },
  confirmation_required: {
    message: 'המחיקה דורשת אישור בשם המדויק.',
    remedy: 'הקלידו את השם כפי שהוא מופיע.',
  },
  delivery_in_progress: {
    message: 'ניסיון של המשלוח הזה מתבצע ברגע זה.',
    remedy: 'המתינו עד שיירשם, ושלחו שוב אם עדיין צריך.',
  },
  delivery_not_sendable: {
    message: 'אי אפשר לשלוח את המשלוח.',
    remedy: 'הפעילו את ה־Webhook, או צרו אותו מחדש אם נמחק.',
  },
  scope_missing: { message: 'למפתח חסרה ההרשאה {{scope}}.', remedy: 'השתמשו במפתח שיש לו ההרשאה.' },
  root_key_required: { message: 'רק מפתח השורש רשאי לעשות זאת.', remedy: 'היכנסו עם מפתח השורש.' },
  limit_reached: { message: 'הגעתם למגבלה: {{limit}}.', remedy: 'מחקו את מה שכבר אינו בשימוש.' },
  overloaded: { message: 'השרת עמוס.', remedy: 'נסו שוב בעוד רגע; דבר לא נשמר.' },
  store_unavailable: { message: 'אין גישה למסד הנתונים; הבקשה לא אושרה.', remedy: 'נסו שוב בעוד רגע.' },
  internal: { message: 'משהו נכשל בשרת.', remedy: 'נסו שוב; אם זה נמשך, חפשו את מזהה הבקשה ביומן השרת.' },
};

export default { errors };
