// E-mail addresses, as far as they are checked: that mails can be sent to them shows when they are sent.

const address = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/;

export function isEmail(text: string): boolean {
  return address.test(text);
}
