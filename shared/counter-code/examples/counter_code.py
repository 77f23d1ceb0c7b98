import base64, hashlib, hmac, sys

def counter_code(s, elapsed):
    """The code to show `elapsed` whole seconds after the session was opened."""
    secret = base64.urlsafe_b64decode(s["secret"] + "=" * (-len(s["secret"]) % 4))
    fields = ["liangzheng counter code", "1", s["token"], str(elapsed),
              s["rpId"], s["counterId"], s["scene"], s["purpose"]]
    message = b""
    for field in fields:
        raw = field.encode("utf-8")
        message += len(raw).to_bytes(4, "big") + raw
    mac = hmac.new(secret, message, hashlib.sha256).digest()[:16]
    signed = base64.urlsafe_b64encode(mac).rstrip(b"=").decode("ascii")
    return f'{s["codeBaseUrl"]}/q/1.{s["token"]}.{elapsed}.{signed}'

names = ["codeBaseUrl", "token", "secret", "rpId", "counterId", "scene", "purpose"]
print(counter_code(dict(zip(names, sys.argv[1:8])), int(sys.argv[8])))
