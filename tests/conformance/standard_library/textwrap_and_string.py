# textwrap: wrap, fill, shorten, indent, dedent; string: constants, Template, capwords, Formatter.
import string
import textwrap

text = "The quick brown fox jumps over the lazy dog, and thereafter supercalifragilistic words follow in a well-known order."
print(textwrap.fill(text, 30))
print(textwrap.wrap(text, 20), textwrap.wrap("", 10), textwrap.wrap("a  b\n\nc", 10), textwrap.wrap("abcdefghij", 4), textwrap.wrap("abcdefghij kl", 4, break_long_words=False))
print(textwrap.fill(text, width=40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 30), textwrap.shorten("hello   world", 50), textwrap.shorten("hello world", width=9, placeholder="..."))
block = """
    def f():
        return 1

    end
"""
print(textwrap.dedent(block), textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n b", "--", lambda line: line.startswith(" ")), repr(textwrap.dedent("\tx\n\t y")), sep="|\n")
print(string.ascii_lowercase, string.ascii_uppercase[:3], string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable), string.ascii_letters[25:27])
t = string.Template("$name owes ${amount}EUR and $$5, $missing")
print(t.safe_substitute(name="Ann", amount=3), string.Template("$a-$b").substitute({"a": 1}, b=2), string.capwords("hello wide-world  again"), string.capwords("a-b c", "-"))
for bad in (lambda: t.substitute(name="x", amount=1), lambda: string.Template("$").substitute(), lambda: string.Template("$1x").substitute(), lambda: textwrap.wrap("x", 0), lambda: textwrap.shorten("hello", 2)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
caesar = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[13:] + string.ascii_lowercase[:13])
print("hello".translate(caesar), "".join(c for c in "a1!b2?" if c not in string.punctuation), all(c in string.hexdigits for c in "c0ffee"))
print([(lit, name, spec, conv) for lit, name, spec, conv in string.Formatter().parse("a{b!r:>5}c{}")], string.Formatter().format("{0}-{x}", 1, x=2))
