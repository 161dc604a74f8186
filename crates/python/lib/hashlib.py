"""Digests: MD5, SHA-1 and the SHA-2 family, as their standards (RFC 1321, FIPS 180-4) describe them."""

from math import isqrt

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}
algorithms_available = set(algorithms_guaranteed)


class _Hash:
    """What all digests share: blocks are taken as they fill up, the rest is padded at the end."""

    block_size = 64
    _length_size = 8
    _byteorder = "big"

    def __init__(self, name, data):
        self.name = name
        self._rest = b""
        self._length = 0
        self.update(data)

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {id(self):#x}>"

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError("object supporting the buffer API required")
        data = self._rest + bytes(data)
        self._length += len(data) - len(self._rest)
        whole = len(data) - len(data) % self.block_size
        self._state = self._after(data[:whole])
        self._rest = data[whole:]

    def _after(self, data):
        state = self._state
        size = self._word // 8
        for start in range(0, len(data), self.block_size):
            block = data[start:start + self.block_size]
            words = [int.from_bytes(block[at:at + size], self._byteorder) for at in range(0, self.block_size, size)]
            mask = (1 << self._word) - 1
            state = tuple([(old + new) & mask for old, new in zip(state, self._mixed(state, words))])
        return state

    def digest(self):
        zeros = (-self._length - 1 - self._length_size) % self.block_size
        length = (self._length * 8).to_bytes(self._length_size, self._byteorder)
        state = self._after(self._rest + b"\x80" + bytes(zeros) + length)
        return b"".join([word.to_bytes(self._word // 8, self._byteorder) for word in state])[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        return twin


def _left(x, n):
    x &= 0xFFFFFFFF
    return (x << n | x >> 32 - n) & 0xFFFFFFFF


_FIRST_32 = (0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476)
_MD5_SHIFTS = (7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21)
_tables = {}


def _table(make):
    """A table of constants, made when it is first needed."""
    if make not in _tables:
        _tables[make] = make()
    return _tables[make]


def _sines():
    from math import sin

    return [int(abs(sin(i + 1)) * 2 ** 32) for i in range(64)]


class _MD5(_Hash):
    digest_size = 16
    _word = 32
    _byteorder = "little"
    _state = _FIRST_32

    def _mixed(self, state, words):
        a, b, c, d = state
        sines = _table(_sines)
        for i in range(64):
            kind = i // 16
            if kind == 0:
                f, at = b & c | ~b & d, i
            elif kind == 1:
                f, at = d & b | ~d & c, 5 * i + 1
            elif kind == 2:
                f, at = b ^ c ^ d, 3 * i + 5
            else:
                f, at = c ^ (b | ~d & 0xFFFFFFFF), 7 * i
            turned = _left(a + f + sines[i] + words[at % 16], _MD5_SHIFTS[kind][i % 4])
            a, b, c, d = d, b + turned & 0xFFFFFFFF, b, c
        return a, b, c, d


class _SHA1(_Hash):
    digest_size = 20
    _word = 32
    _state = _FIRST_32 + (0xC3D2E1F0,)

    def _mixed(self, state, words):
        a, b, c, d, e = state
        for i in range(16, 80):
            words.append(_left(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1))
        for i, word in enumerate(words):
            if i < 20:
                f = (b & c | ~b & d) + 0x5A827999
            elif i < 40:
                f = (b ^ c ^ d) + 0x6ED9EBA1
            elif i < 60:
                f = (b & c | b & d | c & d) + 0x8F1BBCDC
            else:
                f = (b ^ c ^ d) + 0xCA62C1D6
            a, b, c, d, e = _left(a, 5) + f + e + word & 0xFFFFFFFF, a, _left(b, 30), c, d
        return a, b, c, d, e


def _primes():
    found = []
    candidate = 2
    while len(found) < 80:
        if all(candidate % prime for prime in found):
            found.append(candidate)
        candidate += 1
    return found


def _cube_root(n):
    root = 1 << (n.bit_length() + 2) // 3
    while True:
        closer = (2 * root + n // (root * root)) // 3
        if closer >= root:
            return root
        root = closer


def _fractions_of_cube_roots():
    return [_cube_root(prime << 192) & (1 << 64) - 1 for prime in _table(_primes)]


def _fractions_of_square_roots():
    return [isqrt(prime << 128) & (1 << 64) - 1 for prime in _table(_primes)[:16]]


class _SHA2(_Hash):
    """All of SHA-2: they differ in the sizes of digest and word, and in how the words of a block are turned."""

    def __init__(self, name, data, digest_size, word):
        self.digest_size = digest_size
        self._word = word
        self._rounds = 64 if word == 32 else 80
        roots = _table(_fractions_of_square_roots)
        if word == 32:
            self._turns = (7, 18, 3), (17, 19, 10), (6, 11, 25), (2, 13, 22)
            self._state = tuple([r >> 32 for r in roots[:8]] if digest_size == 32 else [r & 0xFFFFFFFF for r in roots[8:]])
        else:
            self.block_size = 128
            self._length_size = 16
            self._turns = (1, 8, 7), (19, 61, 6), (14, 18, 41), (28, 34, 39)
            self._state = tuple(roots[:8] if digest_size == 64 else roots[8:])
        super().__init__(name, data)

    def _mixed(self, state, words):
        bits = self._word
        mask = (1 << bits) - 1

        def right(x, n):
            return (x >> n | x << bits - n) & mask

        (p, q, r), (s, t, u), (v, w, x), (y, z, o) = self._turns
        for i in range(16, self._rounds):
            near, far = words[i - 15], words[i - 2]
            small = right(near, p) ^ right(near, q) ^ near >> r
            large = right(far, s) ^ right(far, t) ^ far >> u
            words.append(words[i - 16] + small + words[i - 7] + large & mask)
        a, b, c, d, e, f, g, h = state
        for word, root in zip(words, _table(_fractions_of_cube_roots)):
            first = h + (right(e, v) ^ right(e, w) ^ right(e, x)) + (e & f ^ ~e & g) + (root >> 64 - bits) + word
            second = (right(a, y) ^ right(a, z) ^ right(a, o)) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = first + second & mask, a, b, c, d + first & mask, e, f, g
        return a, b, c, d, e, f, g, h


def md5(string=b"", *, usedforsecurity=True):
    return _MD5("md5", string)


def sha1(string=b"", *, usedforsecurity=True):
    return _SHA1("sha1", string)


def sha224(string=b"", *, usedforsecurity=True):
    return _SHA2("sha224", string, 28, 32)


def sha256(string=b"", *, usedforsecurity=True):
    return _SHA2("sha256", string, 32, 32)


def sha384(string=b"", *, usedforsecurity=True):
    return _SHA2("sha384", string, 48, 64)


def sha512(string=b"", *, usedforsecurity=True):
    return _SHA2("sha512", string, 64, 64)


def new(name, data=b"", *, usedforsecurity=True):
    name = name.lower()
    if name not in algorithms_guaranteed:
        raise ValueError(f"unsupported hash type {name}")
    return globals()[name](data)
