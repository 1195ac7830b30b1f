import base64
import hashlib
import hmac
import time


def verify(secret, headers, body, now=None):
    """body: the raw bytes, before anything parses them"""
    timestamp = headers.get("webhook-timestamp", "")
    if not timestamp.isdigit() or abs((now or time.time()) - int(timestamp)) > 300:
        return False
    if secret.startswith("whsec_"):
        encoded = secret[6:]
        key = base64.b64decode(encoded + "=" * (-len(encoded) % 4))
    else:
        key = secret.encode()
    signed = f"{headers.get('webhook-id')}.{timestamp}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    entries = headers.get("webhook-signature", "").split(" ")
    return any(hmac.compare_digest(entry.encode(), f"v1,{expected}".encode()) for entry in entries)
