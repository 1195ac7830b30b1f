def verify(client_id, headers):
    """Answer 200 with the header `X-AdobeSign-ClientId: <client_id>` if true, and 401 if not."""
    return headers.get("x-adobesign-clientid") == client_id
