import json
import urllib.request


def verify(server, key, message):
    """message: the parsed body; its token can be used once"""
    request = urllib.request.Request(
        f"{server}/v4/tokens/webhook-verification/checking-consumption",
        method="POST",
        headers={"authorization": f"Bearer {key}", "content-type": "application/json"},
        data=json.dumps(
            {"token": message["verificationToken"], "appId": message["appId"], "appEnv": message["appEnv"]}
        ).encode(),
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["isValid"] is True
