"""Records what CPython 3.13 answers, for the tests of this crate to compare with.

Usage: PYTHONHASHSEED=0 python3.13 crates/pyfmt/tests/record.py
Writes tests/data/*.tsv: one case a line, an operation, its arguments and the answer, separated by tabs.
An answer that starts with `!` is an exception: its class, a colon and its message.
"""

import _string
import calendar
import datetime
import math
import os
import pathlib
import random
import sys
import time
import unicodedata

os.environ["TZ"] = "UTC"
time.tzset()

if os.environ.get("PYTHONHASHSEED") != "0" or sys.version_info[:2] != (3, 13):
    sys.exit("run me with CPython 3.13 and PYTHONHASHSEED=0")

DATA = pathlib.Path(__file__).parent / "data"
RANDOM = random.Random(20240501)


def escape(text):
    return "".join(c if " " <= c <= "~" and c != "\\" else f"\\u{{{ord(c):x}}}" for c in text)


def show(value):
    """Text as itself, None as `None`, numbers by repr, bytes in hex, sequences item by item with `|` between."""
    if isinstance(value, str):
        return value
    if isinstance(value, (bytes, bytearray)):
        return value.hex()
    if isinstance(value, (tuple, list)):
        return "|".join(show(item) for item in value)
    return repr(value)


class Recording:
    """One file of cases. Where all combinations would be too many, `keep` is the share of them to record."""

    def __init__(self, name, keep=1.0):
        self.name = name
        self.keep = keep
        self.choice = random.Random(name)
        self.lines = []

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        lines = list(dict.fromkeys(self.lines))
        (DATA / f"{self.name}.tsv").write_text("\n".join(lines) + "\n")
        print(self.name, len(lines))

    def case(self, operation, *args, of):
        if self.choice.random() >= self.keep:
            return
        try:
            answer = show(of(*args))
        except Exception as error:
            answer = f"!{type(error).__name__}: {error}"
        self.lines.append("\t".join(escape(show(part)) for part in (operation, *args, answer)))


FLOATS = [
    0.0, -0.0, 1.0, -1.0, 0.1, 0.2, 0.3, 0.5, 1.5, 2.5, -2.5, 3.5, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 1e15, 1e16, 1e17,
    123456789012345680.0, 9999999999999998.0, 1e22, 1e23, 1e-4, 1e-5, 0.00012345, 5e-324, 2.2250738585072014e-308,
    2.225073858507201e-308, 1.7976931348623157e308, 3.141592653589793, 2.718281828459045, 1234.5678, -1234.5678,
    2.675, 1.005, 0.125, 0.375, 1e100, 1e-100, 12345.0, 99999.5, 999999.5, 9.5, 0.95, 0.05, 1e21, 4.35, 1.25, 1.35,
    15.0, 25.0, 35.0, 250.0, 1250.0, 49.99999999999999, 50.0, 5e15, 2.0**53, 2.0**53 + 2, 2.0**63, 2.0**64, 1e308,
    float("inf"), float("-inf"), float("nan"), 0.8, 59.99, 1e3, 1e6, 123456.0, 1234567.0,
]
INTS = [
    0, 1, -1, 2, -2, 3, 5, 7, -7, 10, -10, 12, 63, 64, 97, 100, 128, -128, 255, 256, -256, 1000, 12345, -12345, 999999,
    2**31, -(2**31), 2**53, 2**53 + 1, 2**61 - 1, 2**61, 2**62, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64,
    10**18, 10**19, 10**20, -(10**20), 3**50, 7**60, 2**200 + 1, -(3**200), 10**40 + 1, 2**1023, 2**1024, 10**300,
    123456789012345678901234567890,
]
RANDOM_FLOATS = [RANDOM.uniform(-1, 1) * 10 ** RANDOM.randint(-20, 20) for _ in range(60)]
RANDOM_INTS = [RANDOM.getrandbits(RANDOM.randint(1, 200)) * RANDOM.choice((1, -1)) for _ in range(40)]
WIDE_FLOATS = [
    x
    for x in (float.fromhex(f"0x1.{RANDOM.getrandbits(52):013x}p{RANDOM.randint(-1074, 1023)}") for _ in range(120))
]
TEXTS = [
    "", "a", "abc", "Hello, World!", "it's", 'say "hi"', "it's \"both\"", "tab\tnew\nline\r", "back\\slash", "\x00\x1f\x7f",
    "caf\u00e9", "\u00ff\u0100", "stra\u00dfe", "\u65e5\u672c\u8a9e", "\U0001f600 smile", "\u00a0\u00ad\u200b\u2028",
    "\u0378", "\U000e0001", "\ufeff", "e\u0301", "\u01c5", "\u01c4", "\ufb01x", "\u0130", "\u0131", "\u03a3\u03a3", "\u1f88",
    "\u10d0\u10d1", "\u13a0\uab70", "\u0661\u0662", "\u00b2", "\u00bd", "\u2167", "\u4e09", "123", "12a", "a1", "_x", "1x", "a b",
    "Title Case", "They're Bill's", "UPPER", "lower", "MiXed", "x\u00b7y", "\u2118", "\u212e", "\u0149", "\u01f0", "\x85", "\x1c", " \t\n",
]


def float_text():
    with Recording("float_text") as out:
        for x in FLOATS + RANDOM_FLOATS + WIDE_FLOATS:
            out.case("repr", x, of=repr)
            out.case("hex", x, of=float.hex)
            out.case("from_str", repr(x), of=float)
            out.case("fromhex", x.hex(), of=float.fromhex)
            out.case("as_integer_ratio", x, of=float.as_integer_ratio)
        for text in [
            "1", " 1.5\n", "1_000.5", "1__0", "_1", "1_", "1_.5", "1._5", "1e1_0", "1e_1", "1e", "e5", ".", ".5", "5.", "+.5e-3",
            "inf", "-Infinity", "NaN", "+nan", "infin", "in_f", "1e400", "-1e400", "1e-400", "0x10", "1 2", "", " ", "--1", "+-1",
            "\u0661\u0662.\u0665", "\u2003 7 \u3000", "1\x00", "caf\u00e9", "1,5", "1e5.5", "nan1", "\x1f1", "9007199254740993", "1.0E+2",
            "2.2250738585072011e-308", "179769313486231580793e289", "0." + "0" * 30 + "1", "1" * 60, "1e00000005", "-0", "1d5", "1f",
        ]:
            out.case("from_str", text, of=float)
        for raw in [b"1.5", b" 2 ", b"x\xff", b"", b"1_0", b"\xd9\xa1"]:
            out.case("from_bytes", raw, of=float)
        for text in [
            "0x1p0", "1", "-0x.8p1", "0x1.", "0x", ".", "", "p1", "0x1p", "0x1p+", "1.8p3", "INF", "-nan", " 0x1 \n", "0x1 p0", "0x1p1024",
            "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1.0000000000001p-1075",
            "0x3p-1075", "0x1.00000000000008p0", "0x1.000000000000080001p0", "0x1.00000000000018p0", "0x123456789abcdef123456789p-20",
            "0x0.000000000000000000000001p10", "0x0p99999999999999999999", "0x1p99999999999999999999", "0x1p-99999999999999999999",
            "zz", "0x1.8p3 x", "infinityx", "+0x1", "--0x1", "0x1.8.8", "0x" + "f" * 40, "1_0", "0x1.7ffffffffffffp-1022",
        ]:
            out.case("fromhex", text, of=float.fromhex)


def float_arithmetic():
    values = [
        0.0, -0.0, 1.0, -1.0, 0.1, -0.1, 0.3, 3.0, -3.0, 7.5, -7.5, 1e300, -1e300, 1e-300, 5e-324, 2.0, 0.5, -2.5,
        float("inf"), float("-inf"), float("nan"), 1e16, 123.456, -8.0, 1 / 3, 10.0, 1023.0, -1074.0,
    ]
    with Recording("float_arithmetic") as out:
        for a in values:
            for b in values:
                out.case("div", a, b, of=lambda a, b: a / b)
                out.case("floor_div", a, b, of=lambda a, b: a // b)
                out.case("modulo", a, b, of=lambda a, b: a % b)
                out.case("divmod", a, b, of=divmod)
                out.case("pow", a, b, of=lambda a, b: a**b)
        for x in FLOATS + RANDOM_FLOATS[:30]:
            out.case("round_to_int", x, of=round)
            for digits in (-310, -308, -20, -16, -5, -3, -2, -1, 0, 1, 2, 3, 5, 10, 15, 17, 22, 300, 324):
                out.case("round", x, digits, of=round)
        for x in WIDE_FLOATS[:40]:
            exponent = math.floor(math.log10(abs(x))) if x else 0
            for digits in (-exponent - 1, -exponent, -exponent + 1, -exponent + 3, -exponent + 15):
                out.case("round", x, digits, of=round)


def parse(text, base):
    """Long results are recorded modulo a prime."""
    return int(text, base) if len(text) < 1000 else int(text, base) % 1000003


def ints():
    values = INTS + RANDOM_INTS
    with Recording("int_text") as out:
        for n in values:
            out.case("str", n, of=str)
            out.case("bin", n, of=bin)
            out.case("oct", n, of=oct)
            out.case("hex", n, of=hex)
            out.case("parse", str(n), 10, of=int)
            out.case("parse", hex(n), 0, of=int)
            out.case("parse", hex(n), 16, of=int)
            out.case("parse", oct(n), 0, of=int)
            out.case("parse", bin(n).replace("0b", "0B"), 2, of=parse)
            out.case("bit_length", n, of=int.bit_length)
            out.case("bit_count", n, of=int.bit_count)
        for text in [
            "", " ", "+", "-", "+5", " -7 \n", "--5", "1_000", "1__0", "_1", "1_", "0x", "0x_f", "0x__f", "0_7", "00", "012", "0_0", "00_1",
            "0b102", "0o8", "zz", "Zz", "1.5", "1e5", "\u0663\u0664", "\u20031\u3000", "\u00b2", "1 2", "1\x00", "a\nb", "it's", "caf\u00e9", "x" * 300,
            "0x10", "0X1F", "0B11", "0O17", "-0x10", "- 5", "0xg", "b1", "0b1", "1b", "9" * 19, "9" * 20, "-" + "9" * 19, "9223372036854775808",
            "-9223372036854775808", "1" * 4300, "1" * 4301, "1" * 4300 + "x", "\U0001d7ce\U0001d7d9", "\x1f5", "0x1_0", "0_x1",
        ]:
            for base in (10, 0, 2, 8, 16, 36, 7):
                out.case("parse", text, base, of=parse)
        for base in (1, -1, 37, 2**40):
            out.case("parse", "1", base, of=int)
        for base in (2, 3, 16, 32, 7):
            out.case("parse", "1" * 5000, base, of=parse)
        for raw in [b"12", b" -5 ", b"a\xff", b"", b"0x1", b"\xd9\xa1", b"it's"]:
            out.case("parse_bytes", raw, 10, of=int)
        for exponent in (4299, 4300, 4301, 5000, 100000):
            out.case("digits_of_power", exponent, of=lambda e: str(len(str(10**e))))
            out.case("digits_below_power", exponent, of=lambda e: str(len(str(10**e - 1))))
    pool = INTS[:9] + [63, -128, 2**53 + 1, 2**62, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1, 2**64, -(10**20), 3**50, -(3**200), *RANDOM_INTS[:4]]
    with Recording("int_arithmetic", keep=0.4) as out:
        for a in pool:
            for b in pool:
                out.case("add", a, b, of=lambda a, b: a + b)
                out.case("sub", a, b, of=lambda a, b: a - b)
                out.case("mul", a, b, of=lambda a, b: a * b)
                out.case("floor_div", a, b, of=lambda a, b: a // b)
                out.case("modulo", a, b, of=lambda a, b: a % b)
                out.case("divmod", a, b, of=divmod)
                out.case("true_div", a, b, of=lambda a, b: a / b)
                if RANDOM.random() < 0.5:
                    out.case("and", a, b, of=lambda a, b: a & b)
                    out.case("or", a, b, of=lambda a, b: a | b)
                    out.case("xor", a, b, of=lambda a, b: a ^ b)
                    out.case("gcd", a, b, of=math.gcd)
                    out.case("lcm", a, b, of=math.lcm)
        for a in pool + [12345, -12345, 5]:
            out.case("neg", a, of=lambda a: -a)
            out.case("abs", a, of=abs)
            out.case("invert", a, of=lambda a: ~a)
            out.case("isqrt", a, of=math.isqrt)
            out.case("float", a, of=float)
            for n in (-1, 0, 1, 62, 63, 64, 100):
                out.case("shl", a, n, of=lambda a, n: a << n)
                out.case("shr", a, n, of=lambda a, n: a >> n)
            out.case("shr", a, 2**70, of=lambda a, n: a >> n)
            for n in (-60, -20, -19, -18, -3, -2, -1, 0, 2):
                out.case("round", a, n, of=round)
            for length in (0, 1, 2, 8, 9):
                for order in ("little", "big"):
                    for signed in (True, False):
                        out.case("to_bytes", a, length, order, signed, of=lambda a, n, o, s: a.to_bytes(n, o, signed=s))
        for a in [15, 25, 35, 45, -15, -25, 5, -5, 50, 149, 150, 151, 250, 350, 2**64 + 50, 10**30 + 5 * 10**9, 5 * 10**29]:
            for n in (-1, -2, -3, -10, -30, -31):
                out.case("round", a, n, of=round)
        for a in [0, 1, -1, 2, -2, 3, -3, 7, 10, -10, 2**31, 2**62, 2**64, -(2**65), 10**30]:
            for b in [0, 1, 2, 3, 19, 62, 63, 64, -1, -2, -3, -2000]:
                out.case("pow", a, b, of=lambda a, b: a**b)
                for m in (0, 1, -7, 1000000007, -(10**20)):
                    out.case("pow_mod", a, b, m, of=pow)
        for raw in [b"", b"\x00", b"\x01\x02", b"\xff", b"\x80\x00", b"\x00\x80", b"\xff" * 9, bytes(range(12))]:
            for order in ("little", "big"):
                for signed in (True, False):
                    out.case("from_bytes", raw, order, signed, of=lambda r, o, s: int.from_bytes(r, o, signed=s))
        for x in FLOATS + RANDOM_FLOATS:
            out.case("int", x, of=int)
        for _ in range(150):
            a = RANDOM.getrandbits(RANDOM.randint(1, 1100))
            b = RANDOM.getrandbits(RANDOM.randint(1, 300)) | 1
            a, b = RANDOM.choice(((a, b), (b, a)))
            out.case("true_div", a, b, of=lambda a, b: a / b)
        for shift in (1073, 1074, 1075, 1076, 1022, 1021, 1100):
            for a in (1, 3, 5, 2**52 + 1, 2**53 + 1, 2**53 - 1, 2**54 + 3, 7):
                out.case("true_div", a, 2**shift, of=lambda a, b: a / b)
                out.case("true_div", -a, 2**shift * 3, of=lambda a, b: a / b)
                out.case("true_div", a * 2**1000, 2 ** (shift - 1000), of=lambda a, b: a / b)
        for n in (2**1024 - 2**970, 2**1024 - 2**970 - 1, 2**1024 - 2**971, 2**54 + 1, 2**54 + 2, 2**54 + 3, 2**64 + 2**11, 2**64 + 2**11 + 1):
            out.case("float", n, of=float)
            out.case("true_div", n, 1, of=lambda a, b: a / b)
        for a in INTS:
            for x in [0.0, 0.5, -0.5, 1.0, 2.0**53, 2.0**53 + 2, 2.0**63, -(2.0**63), 1e18, 1e300, float("inf"), float("-inf"), float("nan"), 1.7976931348623157e308, 12345.5, -1.5]:
                out.case("compare", a, x, of=lambda a, x: "<" if a < x else ">" if a > x else "=" if a == x else "?")


def hashes():
    with Recording("hash") as out:
        for n in INTS + RANDOM_INTS + [2**61 - 2, -(2**61 - 1), (2**61 - 1) * 5, -(2**61), 2**122]:
            out.case("int", n, of=hash)
        for x in FLOATS + RANDOM_FLOATS + WIDE_FLOATS:
            if x == x:
                out.case("float", x, of=hash)
                out.case("complex", x, 0.5, of=lambda a, b: hash(complex(a, b)))
                out.case("complex", 1.5, x, of=lambda a, b: hash(complex(a, b)))
        for text in TEXTS + ["x" * n for n in range(1, 40)] + ["\u00e9" * n for n in range(1, 10)] + ["\u4e00a" * n for n in range(1, 9)]:
            out.case("str", text, of=hash)
            out.case("bytes", text.encode(), of=hash)
        for items in [(), (1,), (1, 2), (1, 2, 3), ("a", "b"), (-1,), (0,) * 5, tuple(range(20)), tuple("hello"), (2**64, 1.5)]:
            hashed = [hash(item) for item in items]
            out.case("tuple", hashed, of=lambda hashed, items=items: hash(items))
            if len(set(items)) == len(items):
                out.case("frozenset", hashed, of=lambda hashed, items=items: hash(frozenset(items)))
        out.case("None", of=lambda: hash(None))
        out.case("True", of=lambda: hash(True))


def mersenne():
    def first(generator):
        parts = [generator.random() for _ in range(3)]
        parts += [generator.getrandbits(k) for k in (1, 5, 31, 32, 33, 62, 63, 64, 65, 100, 0)]
        for _ in range(400):
            generator.random()
        return [*parts, generator.random(), generator._randbelow(10), generator._randbelow(2**40), generator._randbelow(1)]

    with Recording("mersenne") as out:
        for seed in [0, 1, 42, -42, 123456789, 2**32, 2**32 - 1, 2**63, 2**64 + 5, 10**100, 2**12000 + 7]:
            out.case("int", seed, of=lambda seed: first(random.Random(seed)))
        for seed in [0.0, 0.5, -0.5, 1e300, 3.0, float("inf")]:
            out.case("float", seed, of=lambda seed: first(random.Random(seed)))
        for seed in TEXTS:
            out.case("str", seed, of=lambda seed: first(random.Random(seed)))
            out.case("bytes", seed.encode(), of=lambda seed: first(random.Random(seed)))
        out.case("state", 42, of=lambda seed: random.Random(seed).getstate()[1])


def fnv(values):
    """A checksum of a sequence of texts."""
    state = 0xCBF29CE484222325
    for value in values:
        for byte in value.encode() + b"\n":
            state = (state ^ byte) * 0x100000001B3 % 2**64
    return state


def characters():
    printable = [chr(i) for i in range(0x110000) if not 0xD800 <= i < 0xE000 and (chr(i).isprintable())]
    everything = [chr(i) for i in range(0x110000) if not 0xD800 <= i < 0xE000]
    names = "isalpha isdecimal isdigit isnumeric isalnum isspace isprintable isascii isupper islower istitle isidentifier".split()
    with Recording("characters") as out:
        for text in TEXTS:
            out.case("repr", text, of=repr)
            out.case("ascii", text, of=ascii)
            out.case("bytes_repr", text.encode(), of=repr)
            for name in names:
                out.case(name, text, of=getattr(str, name))
            for name in "title capitalize swapcase casefold upper lower".split():
                out.case(name, text, of=getattr(str, name))
        out.case("bytes_repr", bytes(range(256)), of=repr)
        for text in ["aB cD", "\u01c5ab", "\u1f88\u1f80", "\u03a3a", "a\u03a3", "a\u03a3 b\u03a3", "A\u03a3\u0301", "\u0130\u0131", "o'neil 3rd", "x\u0345y", "\ufb01\u00df"]:
            for name in "title capitalize swapcase casefold upper lower isupper islower istitle".split():
                out.case(name, text, of=getattr(str, name))
        for name in "isalpha isdecimal isdigit isnumeric isspace isprintable".split():
            out.case(f"every_{name}", of=lambda: str(fnv(c for c in everything if getattr(c, name)())))
        out.case("every_iswide", of=lambda: str(fnv(c for c in everything if unicodedata.east_asian_width(c) in "WF")))
        for name in "isupper islower istitle isidentifier".split():
            out.case(f"printable_{name}", of=lambda: str(fnv(c for c in printable if getattr(c, name)())))
        for name in "title capitalize swapcase casefold upper lower".split():
            out.case(f"printable_{name}", of=lambda: str(fnv(getattr(c, name)() for c in printable)))
        out.case("decimal_values", of=lambda: str(fnv(str(int(c)) for c in everything if c.isdecimal())))


STRING_SPECS = [
    "", "s", "10", "<10", ">10", "^10", "*^11", "=10", "+", " ", "-", "z", "#", "010", "<010", "x<010", ".2", "10.3", ".0", ",", "_", ",s", "d", "x", "5.",
    "\u00e9>6", "\u0661\u0660", "99999999999999999999", "10s", "ss", "\U0001f600^7", "{>5", "\u00e9", "\x01", "<", "<<5", "=<5", ">s", ".99999999999999999999",
]
INT_SPECS = [
    "", "d", "n", "b", "o", "x", "X", "c", "#x", "#X", "#b", "#o", "#d", "10", "<10", ">10", "^10", "=10", "*=10", "+", " ", "-", "+d", " x", "010", "010d", "<010",
    "^010", "x^010", "+010", "#010x", "#010X", "#06b", ",", "_", ",d", "_d", "_x", "_b", "#_x", ",x", ",c", "_c", ",n", "_n", "015,", "016,", "017,", "018,", "012_x", "013_x",
    "014_x", "#014_x", "020_d", "+,", "x<20,", ".2", ".2f", "f", "e", "g", "G", "E", "F", "%", ".1%", ",.2f", "012,.1f", "z", "zd", "z.1f", "s", "q", "5s", "+c", "#c", "5c", "zc", ".3c",
    "\u00e9", "\x01", "_,", ",_", ",,", "__", "_\u00e9", ",\x01", "5.", "10.d", "dd", " <5", "a<8x", "A=12X", "f>12X", "\u0661\u0662", "99999999999999999999", "=+08d", "<+08d", "-5", "+-5",
]
FLOAT_SPECS = [
    "", "e", "E", "f", "F", "g", "G", "n", "%", ".0e", ".3e", ".10e", ".0f", ".1f", ".2f", ".3f", ".10f", ".20f", ".0g", ".1g", ".3g", ".6g", ".12g", ".17g", ".25g", ".0", ".1", ".2",
    ".3", ".5", ".6", ".12", ".17", ".0%", ".1%", "#", "#.0f", "#.0e", "#g", "#.3g", "#.3", "#.0", "10.2f", "<10.2f", "^12.2f", "=+12.2f", "010.2f", "+.2f", " .2f", "-.2f", ",", "_", ",.2f", "_.3f",
    "015,.2f", "016,.2f", "017,", "012", "+012", "z.0f", "z.1f", "z", "+z.1f", "z.2g", "*^15.3e", "x<12", ",.2%", ",g", "_e", ",n", "d", "x", "c", "s", "q", "\u00e9", "10.", "..2f", ".2ff", ".2 f",
    "E>12E", "020,f", "z#.0f", "e<15.3E", "99999999999999999999", ".99999999999999999999f", ",,", ",_", "F<12F", "08", "#x",
]
COMPLEX_SPECS = ["", "e", "f", ".2f", "+.1f", " g", "20", "<20", "^20.1f", "*>25", "G", "n", "#", ".3", "z.0f", "010", "=10", "d", "%", ",", ",.2f", "s", "x^30E"]


def format_spec():
    with Recording("format_spec") as out:
        for text in ["", "abc", "caf\u00e9 \U0001f600 long"]:
            for spec in STRING_SPECS:
                out.case("str", text, spec, of=format)
        for n in [0, 5, -5, 97, 255, -255, 12345, 1234567, -1234567, 10**18, 2**64, -(10**25), 0x110000, 2**1024]:
            for spec in INT_SPECS:
                if abs(n) < 2**300 or len(spec) < 3:
                    out.case("int", n, spec, of=format)
        for x in [0.0, -0.0, 1.0, -1.5, 0.1, 2.5, 0.5, 1234.5678, -1234567.891, 1e16, 1e22, 1.5e-5, 0.0001, 99999.95, 9.995, -0.04, -0.001, 1e100, 5e-324, 123456.0, 1 / 3, float("inf"), float("-inf"), float("nan")]:
            for spec in FLOAT_SPECS:
                out.case("float", x, spec, of=format)
        for x in FLOATS + RANDOM_FLOATS + WIDE_FLOATS[:60]:
            for spec in (".0f", ".2f", ".3e", ".4g", ".6", "g", ".15g", ".1%"):
                if abs(x) < 1e25 or "f" not in spec and "%" not in spec:
                    out.case("float", x, spec, of=format)
        for a, b in [(1.0, 2.0), (0.0, 1.5), (-0.0, -1.5), (-1.25, 0.0), (1e20, -1e-7), (float("nan"), float("-inf")), (1234.5, -0.04)]:
            for spec in COMPLEX_SPECS:
                out.case("complex", a, b, spec, of=lambda a, b, spec: format(complex(a, b), spec))


def tagged(value):
    """A value with its type in front, so that the test knows which it is."""
    return {int: "i", float: "f", str: "s", bool: "b"}[type(value)] + show(value)


PERCENT = [
    ("%d", "x"), ("%d", 1.5), ("%x", 1.5), ("%x", "x"), ("%f", "x"), ("%c", "ab"), ("%c", 1.5), ("%c", 0x110000), ("%c", -1), ("%d",), ("%d", 1, 2), ("%",), ("%", 1),
    ("%z", 1), ("%\u20ac", 1), ("%\x01", 1), ("caf\u00e9 %y", 1), ("%*d", "x", 1), ("%*d", 5), ("%.*f", 1, 2.5), ("%.*f", "x", 2.5), ("%99999999999999999999d", 1), ("%.99999999999999999999d", 1),
    ("%.2147483648d", 1), ("%5%",), ("%5%", 1), ("%-5d|%05d|%+d|% d|%#x|%#o|%#X|%.5d|%8.5d|%-8.5d|%08.5d", *[1] * 11), ("%i %u %o %x", -1, -2, -8, -255), ("%s", 1, 2),
    ("%.3s|%10.2s|%-5s|", *["abcdef"] * 3), ("%05s", "ab"), ("%e %g %G %F", *[1.5] * 4), ("%#.0f %#g", 1.0, 1.0), ("%hd %ld %Ld", 1, 2, 3), ("%+5.1f|%-8.2e|%08.2f|%+08.2f", *[1] * 4),
    ("%d", 1e20), ("%d", float("inf")), ("%d", float("nan")), ("%d", -2.7), ("%x", True), ("%d %s", True, "t"), ("%c%c", "a", 98), ("abc", 1), ("abc",), ("%r %a", "\u00e9'", "\u00e9"), ("%05d", -3), ("%x", -255),
    ("%#05x", 255), ("%-05d|", 3), ("%+s", "x"), ("%.0f", 0.5), ("%.*d", -3, 5), ("%*d|", -5, 5), ("%.d", 5), ("%.f", 2.5), ("%05c", "x"), ("%f", float("nan")), ("%05f", float("inf")),
    ("%+f", float("nan")), ("%F %E %G", float("inf"), float("nan"), float("-inf")), ("%#.3x", 5), ("%#10.3x", 5), ("%#010x", -5), ("%-#10.4o|", -5), ("%.0x", 0), ("%.0d", 0), ("%s%", "a"), ("%d%%", 5),
    ("%q%d", 1, 2), ("%l", 1), ("%5", 1), ("%.", 1), ("%#o", 0), ("%*.*f", 8, 2, 3.14159), ("%b", 1), ("%.60d", 3), ("%f", 10**400), ("%c", 2**70), ("%c", ""), ("%% %s %%", "x"), ("%-+ #05d|", 7), ("%lld", 1),
    ("%d", 2**70), ("%e", 2**70), ("%.0e|%.10g|%g", 12345.678, 1e10, 1e-5), ("%s %s", "a"), ("%5.1f%%", 45.678), ("%3d|%-3d|%03d", 12345, 5, 5), ("%()s", 1), ("%X %#X", 255, -255), ("%i", "3"), ("%u", "3"),
    ("%\u00e9\u00e9", 1), ("%h%", 1), ("\u65e5%-4s|%4s", "\u672c", "\u672c"), ("%.2s", "\U0001f600ab"), ("%g", 100000.0), ("%g", 1000000.0), ("%#.3g", 1.0), ("% .3e", 0.0), ("%+.1f", -0.0),
]
TEMPLATES = [
    "", "abc", "{}", "{0}", "{a}", "{{}}", "{", "}", "a}", "a{", "{{", "}}", "}{", "{}}", "{{}", "{0", "{0:", "{0!", "{0!r", "{0!r:", "{0!r:>5}", "{0!rx}", "{0!r}x", "{!s}", "{:>{}}", "{:{w}.{p}}", "{0:{{}}}",
    "{a.b}", "{a[0]}", "{a[k].b}", "{a[:]}", "{a[}]}", "{a[{]}", "{a{b}", "{:}}", "{:{}", "{0:{}", "{a[", "{a[0}", "{!}", "{!:}", "{!}}", "a{}b{}c", "caf\u00e9{}\U0001f600", "{ }", "{0!\u00e9}", "{0:abc}def", "{a!r:{b}}", "{:{{}", "{a!}",
    "{a:!r}", "{a:b:c}", "{{{}}}", "{{0}}", "{a[b]c}", "{a[!]}", "{a b}", "x{{y}}z",
]
FIELD_NAMES = [
    "", "0", "a", "a.b", "a.b.c", "a[0]", "a[b]", "a[0][1].x", "0.real", ".x", "[0]", "a.", "a..b", "a[", "a[0", "a[]", "a[0]b", "a[0].", "a[-1]", "a[01]", "a[ 0]", "\u0661", "a[\u0661]", "99999999999999999999", "a[99999999999999999999]",
    "-1", " ", "a b", "0x", "]", "a]", "a[[]", "a[.]", "a.[0]", "caf\u00e9.\u00e9[\u00e9]",
]


def percent():
    with Recording("percent") as out:
        for form, *values in PERCENT:
            out.case("values", form, [tagged(v) for v in values], of=lambda form, _: form % tuple(values))
        for x in FLOATS:
            for form in ("%.3f", "%g", "%e", "%+08.1f", "%#.4g", "%.12g"):
                out.case("values", form, [tagged(x)], of=lambda form, _: form % x)
        for form in ["%(a)s", "%(a)d %(b)05.1f", "%((a))s", "%(c)s", "%(a", "%(a)", "%(a)*d", "%(a)%", "%(a)5%", "%()s", "plain", "%(a)s %s", "%%"]:
            mapping = {"a": 1, "b": 2.5, "(a)": "x"}
            pairs = [key + "=" + tagged(value) for key, value in mapping.items()]
            out.case("mapping", form, pairs, of=lambda form, _: form % mapping)


def str_format():
    def pieces(template):
        return ["/".join(show(part) for part in piece) for piece in _string.formatter_parser(template)]

    def field_name(name):
        first, rest = _string.formatter_field_name_split(name)
        return [show(first), *(("." if is_attribute else "i" if isinstance(key, int) else "k") + show(key) for is_attribute, key in rest)]

    with Recording("str_format") as out:
        for template in TEMPLATES:
            out.case("pieces", template, of=pieces)
        for name in FIELD_NAMES:
            out.case("field_name", name, of=field_name)
        for template in TEMPLATES + ["{}{1}", "{1}{}", "{0}{0}{1}", "{}{}{}", "{2}", "{:{}}", "{:{}}{}", "{0:{1}}", "{:{:{}}}", "{!x}", "{!\u00e9}", "{a}{}", "{:{1}}", "{0:{}}", "{!r}{!a}", "{:>{a}}|"]:
            if not any(access in template for access in (".", "[")):
                out.case("format", template, ["7", "4"], ["a=9"], of=lambda template, *_: template.format(7, 4, a=9))


def text_operations():
    texts = ["", "a", "abcabc", "aaaa", "hello world", "  two  words ", "caf\u00e9 \u65e5\u672c \u65e5", "\U0001f600a\U0001f600", "x\ty\tz", "one\ntwo\r\nthree\rfour", "a,b,,c,", "+12", "-5", "\u20031\u3000 2\x1c3\x85", "xxabcxx", "\n\n", "a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i"]
    needles = ["", "a", "abc", "aa", " ", "\u65e5", "\U0001f600", ",", "zz", "\n"]
    bounds = [(None, None), (0, 3), (1, None), (-3, None), (None, -1), (2, 1), (10, None), (-100, 100), (3, 3), (4, 2), (99, None), (6, 6), (7, None)]
    with Recording("text", keep=0.3) as out:
        for text in texts:
            for start, end in bounds:
                for step in (None, 1, 2, -1, -2, 5, 0):
                    out.case("slice", text, start, end, step, of=lambda t, a, b, c: t[a:b:c])
                for needle in needles[:7]:
                    for name in ("find", "rfind", "count", "startswith", "endswith"):
                        out.case(name, text, needle, start, end, of=getattr(str, name))
            for index in (0, 1, -1, 3, -4, 50, -50):
                out.case("get", text, index, of=lambda t, i: t[i] if -len(t) <= i < len(t) else None)
            out.case("len", text, of=lambda t: str(len(t)))
            for needle in needles:
                for limit in (-1, 0, 1, 2):
                    out.case("replace", text, needle, "<>", limit, of=str.replace)
                    out.case("split", text, needle, limit, of=lambda t, n, k: list(map(ascii, t.split(n, k))))
                    out.case("rsplit", text, needle, limit, of=lambda t, n, k: list(map(ascii, t.rsplit(n, k))))
                out.case("partition", text, needle, of=lambda t, n: list(map(ascii, t.partition(n))))
                out.case("rpartition", text, needle, of=lambda t, n: list(map(ascii, t.rpartition(n))))
                for name in ("strip", "lstrip", "rstrip"):
                    out.case(name, text, needle, of=getattr(str, name))
            for limit in (-1, 0, 1, 2):
                out.case("split_whitespace", text, limit, of=lambda t, k: list(map(ascii, t.split(None, k))))
                out.case("rsplit_whitespace", text, limit, of=lambda t, k: list(map(ascii, t.rsplit(None, k))))
            for name in ("strip", "lstrip", "rstrip"):
                out.case(name, text, of=getattr(str, name))
            for width in (-1, 0, 4, 5, 9, 10, 12):
                for name in ("center", "ljust", "rjust"):
                    out.case(name, text, width, "\u00e9", of=getattr(str, name))
                out.case("zfill", text, width, of=str.zfill)
                out.case("expandtabs", text, width, of=str.expandtabs)
            for keep in (True, False):
                out.case("splitlines", text, keep, of=lambda t, k: list(map(ascii, t.splitlines(k))))
        for length in (0, 1, 5):
            for start in (None, -9, -5, -1, 0, 2, 5, 9, 2**63 - 1, -(2**63)):
                for stop in (None, -9, -1, 0, 3, 5, 9):
                    for step in (None, 1, 2, -1, -3, 2**63 - 1, -(2**63) + 1):
                        out.case("slice_range", start, stop, step, length, of=lambda a, b, c, n: list(range(n))[a:b:c])


def times():
    def broken_down(seconds, form):
        return time.strftime(form, time.gmtime(seconds))

    directives = "aAbBcCdDeFgGhHIjklmMnpPrRsSTuUVwWxXyYzZ%"
    moments = [0, 1, 86399, 951782400, 1709210096, 1704067199, 1704067200, 1735689599, 1230768000, 1262304000, 1293840000, -1, -86400, -2208988800, 4102444800, 253402300799, 1700000000, 1720569600, 1483228800]
    with Recording("times") as out:
        for seconds in moments:
            out.case("fields", seconds, of=lambda s: [str(part) for part in time.gmtime(s)])
            out.case("ctime", seconds, of=lambda s: time.asctime(time.gmtime(s)))
            out.case("timegm", seconds, of=lambda s: str(calendar.timegm(time.gmtime(s))))
            for directive in directives:
                out.case("strftime", seconds, "%" + directive, of=broken_down)
        for form in ["", "plain", "%Y-%m-%d %H:%M:%S", "100%%", "%-d/%-m", "%_d|%_H", "%^a %^B", "%#p", "%-H:%-M:%-S", "%05d", "caf\u00e9 %d \u65e5", "%-I %p", "%_j|%-j", "%e|%-e|%0e", "%10Y|%3d|%_5d", "%Ey %Od", "%-y"]:
            for seconds in (0, 1709210096):
                out.case("strftime", seconds, form, of=broken_down)
        for micro in (0, 5, 123456):
            for offset in (None, 0, 3600, -19800, 20712):
                zone = None if offset is None else datetime.timezone(datetime.timedelta(seconds=offset))
                for form in ("%f", "%z", "%:z", "%Z", "%Y-%m-%dT%H:%M:%S.%f%z"):
                    out.case("datetime", micro, offset, form, of=lambda m, o, f: datetime.datetime(2024, 2, 29, 12, 34, 56, m, zone).strftime(f))


RECORDINGS = [text_operations, times, percent, str_format, format_spec, float_text, float_arithmetic, ints, hashes, mersenne, characters]


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for recording in RECORDINGS:
        if not wanted or recording.__name__ in wanted:
            recording()
