import hashlib
import hmac


def verify(api_key, event_time, event_type, event_hash):
    """All but the key are members of `event` in the form field `json`."""
    signed = (event_time + event_type).encode()
    expected = hmac.new(api_key.encode(), signed, hashlib.sha256).hexdigest()
    return hmac.compare_digest(event_hash.encode(), expected.encode())
