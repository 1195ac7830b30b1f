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
    subject: 'מעטפה',
  },
  resend: 'שליחה חוזרת',
  retryNow: 'לשלוח עכשיו',
  resent: 'נשלח שוב',
  cancel: 'ביטול',
  cancelled: 'הוא לא יישלח עוד',
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
    auth: 'אין אסימון גישה',
    answer: 'התשובה אינה כמוסכם',
    retention: 'הוסר בשל גילו',
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

const event = {
  severity: { info: 'מידע', warning: 'אזהרה', error: 'שגיאה' },
  received: 'התקבל',
  envelope: 'מעטפה',
};

export default { delivery, attempt, exchange, event };
