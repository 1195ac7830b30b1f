// What the server says in English, by its error codes. It comes just after the first page, and until then the server's own
// words are shown. Every code has its words (held by a test).
const errors = {
  unauthenticated: {
    message: 'הבקשה אינה נושאת מפתח תקף, ואיש אינו מחובר.',
    remedy: 'היכנסו עם חשבון, עם מפתח השורש, או עם מפתח של היישום והסביבה.',
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
    remedy: 'הפעילו את ה־Webhook, או שלחו ל־Webhook אחר.',
  },
  scope_missing: { message: 'למפתח חסרה ההרשאה {{scope}}.', remedy: 'השתמשו במפתח שיש לו ההרשאה.' },
  root_key_required: { message: 'רק מפתח השורש רשאי לעשות זאת.', remedy: 'היכנסו עם מפתח השורש.' },
  too_many_tails: {
    message: 'כבר פתוחים {{limit}} מעקבים חיים.',
    remedy: 'סגרו מעקב שאין בו עוד צורך ופתחו שוב.',
  },
  no_inbox_in_production: {
    message: 'אין תיבות בדיקה בסביבת PRODUCTION.',
    remedy: 'צרו אותה בסביבה אחרת, ושלחו אירועים אמיתיים למערכת שלכם.',
  },
  no_edited_copy_in_production: {
    message: 'בסביבת PRODUCTION לא נשלח עותק של אירוע אמיתי עם תוכן אחר.',
    remedy: 'שלחו את העותק כמו שהוא, או דוגמה עם התוכן הזה; ערכו עותקים בסביבה אחרת.',
  },
  limit_reached: { message: 'הגעתם למגבלה: {{limit}}.', remedy: 'מחקו את מה שכבר אינו בשימוש.' },
  overloaded: { message: 'השרת עמוס.', remedy: 'נסו שוב בעוד רגע; דבר לא נשמר.' },
  store_unavailable: { message: 'אין גישה למסד הנתונים; הבקשה לא אושרה.', remedy: 'נסו שוב בעוד רגע.' },
  internal: { message: 'משהו נכשל בשרת.', remedy: 'נסו שוב; אם זה נמשך, חפשו את מזהה הבקשה ביומן השרת.' },
  malformed_request: {
    message: 'זו אינה בקשת HTTP שאפשר לקרוא.',
    remedy: 'שלחו HTTP/1.1 עם כותרות שלמות, בתוך מגבלת הזמן.',
  },
  headers_too_large: {
    message: 'הכותרות גדולות מ־{{limit}} בתים.',
    remedy: 'שלחו כותרות קצרות יותר או מעטות יותר.',
  },
  too_many_headers: {
    message: 'בבקשה יש {{count}} כותרות; מותרות {{limit}}.',
    remedy: 'שלחו פחות כותרות.',
  },
  json_too_deep: {
    message: 'ב־JSON יש יותר מ־{{limit}} אובייקטים ומערכים זה בתוך זה.',
    remedy: 'שלחו אותו שטוח יותר, או שימו את החלק העמוק בטקסט.',
  },
  request_timeout: {
    message: 'הבקשה ארכה יותר מדי: הכותרות צריכות להגיע בתוך {{headersLimit}} שניות, וכולה בתוך {{limit}}.',
    remedy: 'שלחו את כל הבקשה בבת אחת.',
  },
  unsupported_encoding: {
    message: 'קידוד התוכן ״{{encoding}}״ אינו מתקבל כאן.',
    remedy: 'שלחו את הגוף בלי דחיסה.',
  },
  invalid_json: {
    message: 'הגוף אינו JSON תקין: {{reason}}.',
    remedy: 'שלחו ערך JSON אחד בקידוד UTF-8, עם Content-Type: application/json.',
  },
  not_utf8: {
    message: 'הגוף אינו UTF-8 תקין.',
    remedy: 'קודדו את הגוף ב־UTF-8 ושלחו שוב.',
  },
  unstorable_text: {
    message: 'בטקסט יש תו שאי אפשר לשמור: U+0000.',
    remedy: 'השמיטו אותו.',
  },
  invalid_cursor: {
    message: 'הסמן אינו סמן שהרשימה הזאת נתנה.',
    remedy: 'פתחו את הרשימה מתחילתה.',
  },
  unknown_platform: {
    message: 'אין מקור עבור הפלטפורמה ״{{platform}}״.',
    remedy: 'השתמשו באחת הפלטפורמות שברשימה.',
  },
  unknown_dialect: {
    message: 'אין תבנית בשם ״{{dialect}}״.',
    remedy: 'השתמשו באחת התבניות שברשימה.',
  },
  source_unreadable: {
    message: 'מה שנשלח אינו מה שהפלטפורמה הזאת שולחת: {{reason}}.',
    remedy: 'ודאו שהפלטפורמה שולחת JSON לכתובת הזאת, ושדבר בדרך אינו משנה את הגוף.',
  },
  sign_in_refused: {
    message: 'כתובת הדוא״ל או הסיסמה שגויה.',
    remedy: 'בדקו את שתיהן, או בקשו קישור לסיסמה חדשה.',
  },
  sign_in_first: {
    message: 'כבר יש חשבון עבור {{email}}.',
    remedy: 'היכנסו איתו, ואז פתחו את ההזמנה שוב.',
  },
  source_proof_refused: {
    message: 'מה שנשלח אינו מוכיח שהוא מגיע מהפלטפורמה: {{reason}}.',
    remedy: 'הזינו אותו סוד בפלטפורמה ובמקור הזה.',
  },
  plan_excludes_webhooks: {
    message: 'לארגון יש תוכנית ״{{plan}}״, שאין בה Webhooks.',
    remedy: 'שנו את התוכנית ל־professional. עד אז אירועים נשמרים, ומה שממתין ל־Webhooks מוחזק.',
  },
  two_factor_required: {
    message: 'הארגון מבקש מחבריו כניסה דו־שלבית.',
    remedy: 'הפעילו כניסה דו־שלבית בחשבון שלכם, וחזרו.',
  },
  role_missing: {
    message: 'נדרש לכך התפקיד {{needs}}.',
    remedy: 'בקשו ממנהל הארגון לעשות זאת, או לתת לכם את התפקיד.',
  },
  session_required: {
    message: 'רק אדם שנכנס עם חשבון רשאי לעשות זאת.',
    remedy: 'היכנסו עם חשבון; מפתח אינו מייצג אדם.',
  },
  csrf_refused: {
    message: 'הבקשה אינה מוכיחה שהיא מגיעה מהמסוף: {{reason}}.',
    remedy: 'פתחו את המסוף בכתובת של השרת הזה ונסו שוב.',
  },
  code_refused: {
    message: 'הקוד שגוי, או שכבר השתמשו בו.',
    remedy: 'הקלידו את הקוד שמוצג כעת ביישומון האימות, או קוד שחזור.',
  },
  password_refused: {
    message: 'הסיסמה שגויה.',
    remedy: 'הקלידו את הסיסמה הנוכחית.',
  },
  needs_password_session: {
    message: 'אי אפשר לעשות זאת בחיבור דרך ספק זהויות.',
    remedy: 'היכנסו עם כתובת דוא״ל וסיסמה.',
  },
  invitation_of_another: {
    message: 'ההזמנה מיועדת אל {{email}}.',
    remedy: 'צאו, ואז פתחו את ההזמנה שוב.',
  },
  person_of_others: {
    message: 'האדם הזה שייך גם לארגונים אחרים.',
    remedy: 'פנו למנהל־על של השרת.',
  },
  link_invalid: {
    message: 'הקישור אינו פועל: כבר השתמשו בו, תוקפו פג, או שמעולם לא היה קישור.',
    remedy: 'בקשו קישור חדש.',
  },
  not_in_catalogue: {
    message: 'אין בקטלוג {{what}} בשם ״{{name}}״.',
    remedy: 'השתמשו בשם מתוך הקטלוג.',
  },
  unknown_environment: {
    message: 'אין סביבה בשם ״{{environment}}״.',
    remedy: 'השתמשו ב־DEVELOPMENT, ב־TEST, ב־STAGING או ב־PRODUCTION.',
  },
  route_not_found: {
    message: 'אין נתיב {{method}} {{path}}.',
    remedy: 'הנתיבים של השרת הזה מופיעים ב־/api/v1/reference.',
  },
  already_set_up: {
    message: 'השרת הזה כבר הוקם.',
    remedy: 'היכנסו, או בקשו ממישהו להזמין אתכם.',
  },
  last_super_admin: {
    message: 'זהו מנהל־העל האחרון.',
    remedy: 'מנו קודם מישהו אחר למנהל־על.',
  },
  mail_not_configured: {
    message: 'השרת הזה אינו שולח דוא״ל.',
    remedy: 'בקשו ממפעיל השרת להגדיר SMTP_URL. לסיסמה חדשה, בקשו ממנהל קישור.',
  },
  webhook_enabled: {
    message: 'ה־Webhook פעיל; בארגון הזה משנים ומוחקים רק כשהוא מושבת.',
    remedy: 'השביתו את ה־Webhook, נסו שוב, ואחר כך הפעילו אותו.',
  },
  routing_required: {
    message:
      'ה־Webhook ״{{default}}״ הוא היחיד שאינו נוקב במחלקה או ב־Request From; כל אחר חייב לנקוב באחד מהם.',
    remedy: 'ציינו מחלקה או Request From בניתוב, או שנו את אותו Webhook.',
  },
  event_conflict: {
    message: 'אירוע עם המזהה או ה־Idempotency-Key‏ {{id}} כבר התקבל עם גוף אחר.',
    remedy: 'שלחו אירוע חדש עם מזהה חדש; חזרו על אירוע רק עם אותו גוף.',
  },
  alert_resolved: {
    message: 'ההתראה נפתרה.',
    remedy: 'אין מה לעשות; אם הבעיה תחזור תהיה שוב התראה.',
  },
  precondition_failed: {
    message: 'מישהו שינה בינתיים: {{what}}.',
    remedy: 'קראו שוב את המצב הנוכחי ועשו את השינוי עליו.',
  },
  body_too_large: {
    message: 'הגוף גדול מ־{{limit}} בתים.',
    remedy: 'שלחו פחות בבת אחת; מסמכים גדולים מעבירים בקישור.',
  },
  batch_too_large: {
    message: 'במערך יש {{count}} אירועים; מותרים {{limit}}.',
    remedy: 'חלקו את המערך.',
  },
  unsupported_media_type: {
    message: 'סוג התוכן ״{{contentType}}״ אינו מתקבל כאן.',
    remedy: 'שלחו Content-Type: application/json.',
  },
  sign_in_locked: {
    message: 'היו יותר מדי ניסיונות שגויים.',
    remedy: 'המתינו מעט ונסו שוב.',
  },
  rate_limited: {
    message: 'נשלחו יותר מדי בקשות.',
    remedy: 'המתינו מעט ונסו שוב.',
  },
  delivery_ended: {
    message: 'המשלוח הסתיים; אפשר לבטל רק משלוח שממתין.',
    remedy: 'דבר ממנו לא יישלח עוד, אלא אם ישלחו אותו שוב.',
  },
  credentials_required: {
    message: 'יש לתת שוב את הסוד {{path}}, כי {{because}} מוביל לשרת אחר מזה שהיה.',
    remedy: 'מלאו את הסוד מחדש. סודות שנשמרו אינם נשלחים לכתובת שלא נבחרה בידי מי ששמר אותם.',
  },
  export_too_large: {
    message: 'יש יותר מ־{{limit}} רשומות.',
    remedy: 'צמצמו את הייצוא בתאריכים או במסננים אחרים, וייצאו חלק אחר חלק.',
  },
  too_many_attempts: {
    message: 'היו יותר מדי ניסיונות שגויים מהכתובת הזאת.',
    remedy: 'המתינו מעט ונסו שוב.',
  },
  replay_ended: {
    message: 'השליחה החוזרת הסתיימה.',
    remedy: 'התחילו חדשה עבור מה שעוד יש לשלוח.',
  },
};

export default { errors };
