const nav = {
  label: 'ניווט ראשי',
  skip: 'דילוג לתוכן',
  open: 'פתיחת הניווט',
  close: 'סגירת הניווט',
  home: 'Signpost: דף הבית',
  account: 'החשבון שלכם',
  person: 'התפריט שלך',
  server: 'שרת',
  organization: 'ארגון',
  overview: 'סקירה',
  webhooks: 'Webhooks',
  inboxes: 'תיבות בדיקה',
  history: 'היסטוריית אירועים',
  find: 'חיפוש ומעבר',
  replays: 'שליחות חוזרות',
  alerts: 'התראות',
  openAlerts_one: 'התראה פתוחה אחת',
  openAlerts_two: '{{count}} התראות פתוחות',
  openAlerts_other: '{{count}} התראות פתוחות',
  health: 'בריאות המשלוחים',
  catalogue: 'קטלוג האירועים',
  unmatched: 'אירועים ללא יעד',
  sources: 'מקורות',
  keys: 'מפתחות API',
  settings: 'הגדרות',
  directory: 'מדריך הארגון',
  applications: 'יישומים',
  organizationSettings: 'הגדרות הארגון',
  members: 'חברים',
  signOn: 'כניסה אחודה',
  audit: 'יומן ביקורת',
  alertRules: 'כללי התראה',
  aboutServer: 'שרת',
  organizations: 'ארגונים',
};

const place = {
  switch: 'החלפת ארגון או יישום',
  search: 'חיפוש יישום',
  choose: 'יישומים לפי ארגון',
  applications: 'יישומים',
  none: 'בחירת יישום',
  organizationSettings: 'הגדרות הארגון…',
};

const environment = {
  switch: 'סביבת {{name}}. החלפה',
  short: { DEVELOPMENT: 'DEV', TEST: 'TEST', STAGING: 'STAGE', PRODUCTION: 'PROD' },
  name: { DEVELOPMENT: 'פיתוח', TEST: 'בדיקות', STAGING: 'טרום־ייצור', PRODUCTION: 'ייצור' },
};

const preferences = {
  language: 'שפה',
  scheme: 'צבעים',
  schemes: { auto: 'כמו במכשיר', light: 'בהיר', dark: 'כהה' },
  times: 'זמנים',
  timeStyles: { relative: 'לפני כמה זמן', local: 'תאריך, שעון מקומי', utc: 'תאריך, UTC' },
};

const session = {
  title: 'כניסה',
  key: 'מפתח',
  keyHint: 'מפתח השורש של השרת, או מפתח של יישום.',
  showKey: 'הצגה או הסתרה של מה שהוקלד',
  signIn: 'כניסה',
  signOut: 'יציאה',
  ended: 'נותקת מהמערכת. יש להיכנס שוב כדי להמשיך.',
  signedInWithKey: 'הכניסה בעזרת מפתח תקפה עד לסגירת הלשונית.',
};

const home = {
  title: 'ברוכים הבאים',
  noOrganization: 'אין עדיין ארגון',
  noOrganizationHint: 'ארגון הוא לקוח, עם יישומים, Webhooks ואנשים משלו.',
  addOrganization: 'הוספת ארגון',
  noApplication: 'ל־{{organization}} אין עדיין יישום',
  noApplicationHint: 'Webhooks ואירועים נמצאים ביישום, בנפרד בכל אחת מהסביבות שלו.',
  addApplication: 'הוספת יישום',
};

const readersOnly = {
  title: 'כאן אפשר לקרוא, אך לא לשנות',
  closed: 'התפקיד שלכם אינו פותח את העמוד הזה',
  developer: 'מפתחים ומנהלים של הסביבה הזאת רשאים. פנו למנהל אם עליכם להיות אחד מהם.',
  admin: 'מנהלי הארגון רשאים. פנו לאחד מהם אם גם עליכם להיות מנהל.',
  super_admin: 'מנהלי־על רשאים. פנו לאחד מהם.',
  operator: 'מי שמפעיל את השרת הזה רשאי.',
};

const notFound = {
  title: 'אין כאן דבר',
  hint: 'הכתובת שגויה, או שמה שהיה כאן כבר איננו.',
  home: 'לדף הבית',
};

const crash = {
  title: 'לא ניתן להציג את הדף',
  hint: 'משהו השתבש במסוף. טענו את הדף מחדש; אם זה נמשך, פנו למי שמפעיל את השרת.',
  reload: 'טעינה מחדש',
};

const code = {
  layOut: 'סידור לקריאה',
  wrap: 'גלישת שורות',
  copy: 'העתקה: {{label}}',
  empty: 'ריק',
  tree: 'עץ',
  search: 'חיפוש',
  found: '{{number}} מתוך {{count}}',
  previous: 'המקום הקודם',
  next: 'המקום הבא',
  members_one: 'איבר אחד',
  members_two: 'שני איברים',
  members_other: '{{count}} איברים',
  more_one: 'הצגת עוד אחד',
  more_two: 'הצגת עוד שניים',
  more_other: 'הצגת עוד {{count}}',
};

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
};

export default {
  nav,
  place,
  environment,
  preferences,
  session,
  home,
  readersOnly,
  notFound,
  crash,
  code,
  errors,
};
