const palette = {
  field: 'דף, Webhook או כל מזהה',
  goals: 'לאן',
  byId: 'מעבר למה שמזההו {{id}}',
  kind: { page: 'דף', webhook: 'Webhook', id: 'מזהה' },
  keys: {
    title: 'מקשים',
    on: 'מקשים בודדים',
    onHint: 'כבוי: רק Ctrl-K, ‏Enter ו־Esc פועלים.',
    palette: 'חיפוש ומעבר',
    sheet: 'המקשים האלה',
    search: 'חיפוש ברשימה',
    webhooks: 'Webhooks',
    events: 'היסטוריית אירועים',
    replays: 'שליחות חוזרות',
    alerts: 'התראות',
    health: 'בריאות המשלוחים',
    move: 'השורה הבאה והקודמת',
    open: 'פתיחת השורה',
    page: 'פתיחת הדף שלה',
    select: 'בחירת השורה',
    resend: 'שליחה חוזרת, אחרי שאלה',
    tail: 'מעקב חי אחרי היסטוריית האירועים',
    close: 'סגירה',
  },
};

export default { palette };
