// The nonce that the server put into this page: without it the browser refuses the styles that libraries add.
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
