# uuid and secrets cannot be compared, their formats can.
import secrets
import string
import uuid

a, b = uuid.uuid4(), uuid.uuid4()
print(len(str(a)), a != b, a.version, str(a).count("-"), len(a.hex), len(a.bytes), a == uuid.UUID(str(a)), isinstance(a.int, int), set(str(a)) <= set(string.hexdigits + "-"))
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.version, u < uuid.UUID(int=2**127), uuid.UUID(int=5), {u: "key"}[u], uuid.NAMESPACE_DNS)
print(uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"))
print(len(secrets.token_hex(8)), len(secrets.token_bytes(4)), len(secrets.token_urlsafe(16)), 0 <= secrets.randbelow(10) < 10, secrets.choice("a"), secrets.compare_digest("a", "a"), secrets.token_hex(4) != secrets.token_hex(4), 0 <= secrets.randbits(3) < 8)
password = "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(12))
print(len(password), password.isalnum())
for bad in (lambda: uuid.UUID("xyz"), lambda: uuid.UUID(), lambda: secrets.randbelow(0), lambda: secrets.choice([])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
