# hashlib: the digests of the MD5 and SHA families, fed at once and in pieces, copied, and used wrongly.
import asyncio
import hashlib

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    digest = hashlib.new(name, b"The quick brown fox jumps over the lazy dog")
    print(name, digest.name, digest.digest_size, digest.block_size, digest.hexdigest())
print(hashlib.sha256(b"").hexdigest(), hashlib.md5(bytes(1000)).hexdigest(), hashlib.sha512(b"a" * 111).hexdigest()[:16])

pieces = hashlib.sha256()
for piece in (b"one ", b"", b"two " * 40, bytearray(b"three")):
    pieces.update(piece)
whole = hashlib.sha256(b"one " + b"two " * 40 + b"three")
print(pieces.digest() == whole.digest(), pieces.hexdigest()[:8], pieces.digest()[:4])
copy = pieces.copy()
copy.update(b"!")
print(copy.hexdigest() != pieces.hexdigest(), pieces.hexdigest() == whole.hexdigest(), "sha256" in hashlib.algorithms_guaranteed)

for wrong in (lambda: hashlib.md5("text"), lambda: hashlib.sha1(5), lambda: hashlib.new("nothing")):
    try:
        print(wrong())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


def block_of(number, previous):
    nonce = 0
    while not (found := hashlib.sha1(f"{number}:{previous}:{nonce}".encode()).hexdigest()).startswith("0"):
        nonce += 1
    return nonce, found


async def main():
    previous = "genesis"
    for number in range(3):
        nonce, previous = await asyncio.to_thread(block_of, number, previous)
        print(number, nonce, previous)


asyncio.run(main())
