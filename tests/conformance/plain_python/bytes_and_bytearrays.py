# bytes literals, repr, indexing, methods; bytearray is mutable; encoding and decoding.
b = b"caf\xc3\xa9\n\t'\x00\\"
print(b, len(b), b[0], b[1:3], b[-1:], list(b[:4]), b"a" + b"b" * 3, b"f" in b, 99 in b, bytes(3), bytes([65, 66]), bytes("é", "utf-8"))
print(b.decode()[:4], "grüß €😀".encode(), "grüß".encode("latin-1"), "é".encode("ascii", "replace"), "é".encode("ascii", "ignore"), "é".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace"))
print(b"\xff\xfeab".decode("utf-8", "replace"), b"\xe9".decode("latin1"), b"ab\xff".decode("ascii", errors="ignore"), "ab".encode("utf-16-le"), "é€".encode("utf-16-be").hex(), b"'", b'"', b"'\"", str(b"x"), repr(b""))
print(b.hex(), bytes.fromhex("ca fe 00"), b"ab".hex(" "), b"one two".split(), b"a,b".split(b","), b",".join([b"x", b"y"]), b"Hello".upper(), b"hello".title(), b"  x ".strip(), b"aXbX".replace(b"X", b"--"))
print(b"abc".find(b"c"), b"abc".find(b"z"), b"abc".startswith(b"ab"), b"12".isdigit(), b"abc".center(9, b"*"), b"x=1".partition(b"="), b"ab" < b"b", b"abc"[::-1], max(b"abc"), sorted(b"cab"), b"%d|%s" % (5, b"s"), b"7".zfill(3))
ba = bytearray(b"hello")
ba[0] = 72
ba.append(33)
ba.extend(b"!?")
ba[1:3] = b"EL--"
del ba[-1]
print(ba, len(ba), bytes(ba), ba == b"HEL--lo!!", ba.pop(), ba.decode(), ba.index(b"l"), ba.count(b"-"), bytearray(2), bytearray("ä", "utf-8"))
ba += b"more"
ba.reverse()
print(ba, ba.upper(), ba[2:4], type(ba[2:4]), hash(b"x") == hash(b"x"), {b"k": 1}[b"k"])
view = memoryview(b"abcdef")
print(view[1], bytes(view[1:4]), len(view), view.tolist()[:2])
for bad in (
    lambda: b"a" + "b",
    lambda: b"\xff".decode(),
    lambda: "é".encode("ascii"),
    lambda: b"abc".decode("no-such-codec"),
    lambda: bytes([256]),
    lambda: bytes("text"),
    lambda: b"abc"[5],
    lambda: ba.__setitem__(0, 300),
    lambda: bytes.fromhex("xyz"),
    lambda: b"ab".find("b"),
    lambda: "x" in b"xyz",
    lambda: hash(bytearray()),
    lambda: b",".join(["s"]),
    lambda: b"ab".__setitem__(0, 1),
    lambda: bytes(-1),
    lambda: b"caf\xc3".decode(),
    lambda: b"a\x80b".decode("ascii"),
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
