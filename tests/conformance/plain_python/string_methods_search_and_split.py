# find, index, count, split in all forms, partition, replace, strip, join, prefix and suffix.
s = "the cat sat on the mat, the end"
print(s.find("the"), s.find("the", 1), s.rfind("the"), s.find("dog"), s.find("at", 5, 12), s.index("cat"), s.rindex("at"), s.count("the"), s.count("at", 10), "aaaa".count("aa"), "abc".count(""))
print(s.split()[:3], s.split(","), s.split("the"), s.split(" ", 2), s.rsplit(" ", 2), s.rsplit(maxsplit=1), "a  b ".split(" "), " a  b ".split(), "".split(), "".split(","), "a,b,".split(","))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "none".partition("="), "none".rpartition("="))
print("one\ntwo\r\nthree\n".splitlines(), "a\n\nb".splitlines(True), "a\x0bb\x1cc\u2028d".splitlines(), "\n".join(["x"]), "-".join("abc"), ", ".join(map(str, range(4))), "".join([]))
print("  pad\t\n".strip(), repr("  pad\t\n".lstrip()), repr("  pad ".rstrip()), "xxhixyx".strip("xy"), "www.example.com".strip("cmowz."), "hello".lstrip("hel"), "test.py".removesuffix(".py"), "test.py".removeprefix("tes"), "x".removesuffix("abc"))
print("banana".replace("an", "AN"), "banana".replace("an", "AN", 1), "abc".replace("", "-"), "aaa".replace("a", "", 2), "x".replace("x", "xx"))
print(s.startswith("the"), s.startswith(("a", "t")), s.startswith("cat", 4), s.endswith("end"), s.endswith(("x", "y")), "".startswith(""), "abc".endswith("bc", 0, 3))
print("cat" in s, "dog" not in s, "" in s, "a" < "b", "B" < "a", "abc" < "abd", "abc" < "abcd", "10" < "9", max("hello"), min("hello"), sorted("hello"), "".join(reversed("abc")), "ab" * 3, 3 * "-", "x" * -1)
for i, ch in enumerate("añ😀"):
    print(i, ch, ord(ch), hex(ord(ch)), end="; ")
print()
print(list("abc"), tuple("ab"), set("aaa"), "abc"[1], "abc"[-1], len("añ😀"), len("e\u0301"), "line one\
 continued", "implicit " "joined", 'it''s', "it's", 'say "hi"', """a "quoted" word""", r"raw\n", "\101\x41\u0041")
for bad in (
    lambda: s.index("dog"),
    lambda: s.rindex("dog"),
    lambda: s.split(""),
    lambda: ",".join([1, 2]),
    lambda: ",".join(["a", None]),
    lambda: "a" + 1,
    lambda: 1 + "a",
    lambda: "a" - "b",
    lambda: "a" * "b",
    lambda: "a" < 1,
    lambda: s.startswith(1),
    lambda: 5 in "5",
    lambda: "abc".replace("a"),
    lambda: "abc".count(),
    lambda: s.partition(""),
    lambda: s.find(1),
    lambda: s.foo,
    lambda: "abc"[10],
    lambda: ord("ab"),
    lambda: "abc".split(5),
):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
