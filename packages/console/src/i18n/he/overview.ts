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

export default { overview, checklist };
