const delivery = {
  status: {
    succeeded: 'עבר',
    failed: 'נכשל',
    retrying: 'בניסיון חוזר',
    pending: 'ממתין',
    held: 'מוחזק',
    cancelled: 'בוטל',
  },
  column: {
    status: 'מצב',
    event: 'אירוע',
    webhook: 'Webhook',
    outcome: 'תוצאה',
    attempts: 'ניסיונות',
    next: 'הניסיון הבא',
  },
  resend: 'שליחה חוזרת',
  retryNow: 'לשלוח עכשיו',
  resent: 'נשלח שוב',
  noResend: {
    deleted: 'אי אפשר לשלוח שוב: ה־Webhook נמחק',
    disabled: 'אי אפשר לשלוח שוב כל עוד ה־Webhook מושבת',
  },
};

const attempt = {
  http: 'HTTP {{status}}',
  notYet: 'עדיין ללא ניסיון',
  error: {
    dns: 'השם לא נמצא',
    blocked: 'כתובת אסורה',
    connect: 'אין חיבור',
    tls: 'TLS נכשל',
    timeout: 'תם הזמן',
    reset: 'החיבור נותק',
    protocol: 'התשובה אינה HTTP',
    aborted: 'הופסק',
  },
  trigger: { auto: 'אוטומטי', manual: 'ידני' },
};

const exchange = {
  request: 'בקשה',
  response: 'תשובה',
  requestHeaders: 'כותרות הבקשה',
  responseHeaders: 'כותרות התשובה',
  body: 'גוף',
  base64: 'גוף, ב־base64 כי אינו טקסט',
  copyCurl: 'העתקה כ־cURL',
  noHeaders: 'אין כותרות',
  noResponse: 'לא הייתה תשובה.',
  truncated: 'התשובה הייתה ארוכה יותר. רק חלק זה נקרא ונשמר.',
};

const history = {
  select: 'בחירת המשלוח של אירוע {{id}}',
  chosen_one: 'נבחר אחד',
  chosen_two: 'נבחרו {{count}}',
  chosen_other: 'נבחרו {{count}}',
  chosenLabel: 'משלוחים שנבחרו',
  chooseNone: 'ביטול הבחירה',
  copyIds: 'העתקת מזהי האירועים',
  resent_one: 'משלוח אחד נשלח שוב',
  resent_two: '{{count}} משלוחים נשלחים שוב',
  resent_other: '{{count}} משלוחים נשלחים שוב',
  title: 'היסטוריית אירועים',
  lead: 'כל משלוח של כל Webhook: מה נשלח ומה נענה.',
  refresh: 'רענון',
  columns: 'עמודות',
  type: 'סוג אירוע',
  eventId: 'מזהה אירוע',
  range: 'בכל זמן',
  ranges: {
    '15m': '15 הדקות האחרונות',
    '1h': 'השעה האחרונה',
    '24h': '24 השעות האחרונות',
    '7d': '7 הימים האחרונים',
    '30d': '30 הימים האחרונים',
  },
  none: 'עדיין לא נשלח דבר',
  noneHint: 'משלוחים יופיעו כאן ברגע שייכנס אירוע ש־Webhook מבקש.',
  noMatch: 'אין משלוח שמתאים למסננים',
  noMatchHint: 'בחרו זמן ארוך יותר, או השמיטו את הסוג.',
};

const event = {
  severity: { info: 'מידע', warning: 'אזהרה', error: 'שגיאה' },
  tab: { attempts: 'משלוחים', content: 'תוכן', explain: 'מדוע' },
  copyLink: 'העתקת הקישור',
  occurred: 'קרה',
  received: 'התקבל',
  envelope: 'מעטפה',
  externalId: 'מזהה חיצוני',
  title: 'כותרת',
  source: 'הגיע מ',
  fromSource: 'מקור',
  routing: 'ניתוב',
  signer: 'חותם',
  platform: 'פלטפורמה',
  content: 'התוכן, בית אחר בית',
  deliveries: 'משלוחים',
  noDeliveries: 'אף Webhook לא קיבל את האירוע הזה.',
  showAttempts_one: 'ניסיון אחד',
  showAttempts_two: '{{count}} ניסיונות',
  showAttempts_other: '{{count}} ניסיונות',
  attempt: 'ניסיון {{number}}',
  noAttempt: 'עדיין לא היה ניסיון.',
  nextAttempt: 'הניסיון הבא',
  timeline: 'ניסיונות, החדשים תחילה',
};

const explain = {
  decided: 'כפי שהוחלט',
  now: 'כפי שהיה מוחלט עכשיו',
  same: 'כפי שהוחלט, וכך היה מוחלט גם עכשיו',
  matched: 'התאים',
  notMatched: 'לא התאים',
  noWebhooks: 'אין Webhooks.',
  missing_one: 'Webhook אחד היה מקבל עכשיו את האירוע ולא קיבל אותו.',
  missing_two: '{{count}} Webhooks היו מקבלים עכשיו את האירוע ולא קיבלו אותו.',
  missing_other: '{{count}} Webhooks היו מקבלים עכשיו את האירוע ולא קיבלו אותו.',
  route: 'ניתוב מחדש',
  routed_one: 'האירוע נשלח ל־Webhook נוסף',
  routed_two: 'האירוע נשלח ל־{{count}} Webhooks נוספים',
  routed_other: 'האירוע נשלח ל־{{count}} Webhooks נוספים',
};

const unmatched = {
  title: 'אירועים ללא יעד',
  lead: 'אירועים שאף Webhook לא ביקש. הם נשמרים, ואפשר לנתב אותם שוב אחרי שנוסף או השתנה Webhook.',
  search: 'מזהה אירוע או מעטפה',
  none: 'כל אירוע מצא Webhook',
  noneHint: 'אירועים שאינם מתאימים לאף Webhook מופיעים כאן.',
  noMatch: 'אין אירוע שמתאים למסננים',
};

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
};

const checklist = {
  title: 'צעדים ראשונים',
  webhook: 'להוסיף Webhook',
  event: 'לשלוח את האירוע הראשון',
  reference: 'כיצד שולחים אירועים',
  delivery: 'לראות שהגיע',
  done: 'בוצע',
  open: 'לביצוע',
};

export default { delivery, attempt, exchange, history, event, explain, unmatched, overview, checklist };
