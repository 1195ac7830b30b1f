import base64
import hashlib
import hmac


def verify(hmac_key, headers, body):
    """body: the raw bytes, before anything parses them"""
    expected = base64.b64encode(hmac.new(hmac_key.encode(), body, hashlib.sha256).digest())
    return any(
        hmac.compare_digest(signature.encode(), expected)
        for name, signature in headers.items()
        if name.lower().startswith("x-docusign-signature-")
    )
