/** Answer 200 with the header `X-AdobeSign-ClientId: <clientId>` if true, and 401 if not. */
export function verify(clientId, headers) {
  return headers['x-adobesign-clientid'] === clientId;
}
