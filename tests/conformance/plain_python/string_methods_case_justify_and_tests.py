# upper, lower, title, center, zfill, expandtabs, translate, the is... methods, Unicode cases.
words = ["hello world", "PYTHON", "ǆ ß ﬁ", "straße", "they're bill's", "éCOLE", "", "x1y2", "İstanbul", "ΑΣ", "3rd"]
for w in words:
    print([w.upper(), w.lower(), w.title(), w.capitalize(), w.swapcase(), w.casefold()])
print("ab".center(7, "*"), "ab".center(5), "abc".center(6, "."), "ab".ljust(5, "-"), "ab".rjust(5), "abc".ljust(2), "42".zfill(5), "-42".zfill(6), "+1".zfill(4), "".zfill(2), "a".center(4, "_"))
print(repr("a\tbc\td".expandtabs()), "a\tb".expandtabs(4), "0\t1\n22\t3".expandtabs(3))
table = str.maketrans("abc", "xyz", "-!")
print("a-b-c!d".translate(table), "tea".translate({ord("t"): "T", ord("e"): None, 97: "AAA"}), "aé".translate(str.maketrans({"é": "e"})), sorted(str.maketrans("a", "b").items()))
tests = ["isalpha", "isdigit", "isnumeric", "isdecimal", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isascii", "isprintable"]
for text in ("abc", "ABC", "Abc Def", "123", "²", "½", "٣", "a1", " \t\n", "", "a b", "é", "_x1", "1x", "\n", "Ⅷ", "class"):
    print(repr(text), "".join("x" if getattr(text, t)() else "." for t in tests))
print(repr("tab\t nl\n cr\r bs\\ q' \x00 \x7f \x80 é \u200b 😀 \ud800"), ascii("é😀\n'"), repr("it's"), repr('say "it\'s"'), repr('"'))
print("%s" % "é".encode("unicode_escape"), "\N{SNOWMAN}", "é" == "e\u0301", "ß".upper() == "SS", "ﬁ".upper(), "Σ".lower(), "ΑΣ".lower(), "I".lower(), "ı".upper())
caesar = lambda text, k: "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in text)
print(caesar("hello, world", 3), caesar(caesar("hello, world", 3), -3), "level" == "level"[::-1])
for bad in (lambda: "ab".center(), lambda: "ab".center("x"), lambda: "ab".center(5, "xy"), lambda: str.maketrans("ab", "c"), lambda: "a".zfill("3"), lambda: str.maketrans({"ab": 1}), lambda: "x".upper(1), lambda: str.upper(5), lambda: "\ud800".encode()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
