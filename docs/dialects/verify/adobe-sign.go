package main

// Verify: answer 200 with the header `X-AdobeSign-ClientId: <clientID>` if true, and 401 if not.
func Verify(clientID string, headers map[string]string) bool {
	return headers["x-adobesign-clientid"] == clientID
}
