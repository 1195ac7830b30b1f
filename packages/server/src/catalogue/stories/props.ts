// What the people of the examples have in their hands. Addresses are at example.com, telephone numbers and network
// addresses come from the ranges that are kept free for examples.

export const mailbox = (name: string) => `${name}@example.com`;

export const pdf = (id: string, name: string, size: number, pages: number, sha256: string) => ({
  id,
  name,
  contentType: 'application/pdf',
  size,
  sha256,
  pages,
});

/** Devices, as platforms report them. */
export const phone = {
  ip: '192.0.2.47',
  userAgent:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 26_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.2 Mobile/15E148 Safari/604.1',
} as const;
export const laptop = {
  ip: '192.0.2.180',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:147.0) Gecko/20100101 Firefox/147.0',
} as const;
