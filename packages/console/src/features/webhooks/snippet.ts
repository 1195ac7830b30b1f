/** What an envelope says to make an explicit webhook fire. */
export const snippet = (id: string) => `"integrations": [{ "uuid": "${id}" }]`;
