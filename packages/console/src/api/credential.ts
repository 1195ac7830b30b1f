// The key that somebody signed in with instead of an account, for as long as the tab lives. It is kept in sessionStorage so
// that a reload does not lose it, never in localStorage or a cookie, and leaves with the tab or at sign-out. null: whoever
// is here has a session, which is the browser's cookie and never seen by this page.

const name = 'signpost.key';
let held: string | null = read();

function read(): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

export const credential = {
  get: (): string | null => held,
  set: (key: string): void => {
    held = key;
    try {
      sessionStorage.setItem(name, key);
    } catch {
      // Without storage it lasts until the page is left.
    }
  },
  clear: (): void => {
    held = null;
    try {
      sessionStorage.removeItem(name);
    } catch {
      // Nothing was kept.
    }
  },
};
