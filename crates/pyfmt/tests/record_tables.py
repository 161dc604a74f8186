"""Writes src/unicode_tables.rs from the Unicode database of the CPython that runs it (3.13).

Usage: python3.13 crates/pyfmt/tests/record_tables.py
"""

import pathlib
import unicodedata

CHARACTERS = [chr(i) for i in range(0x110000) if not 0xD800 <= i < 0xE000]


def boundaries(predicate):
    """The code points at which the predicate changes, as differences in base-128 bytes, high bit = more follows."""
    out = bytearray()
    previous, last = False, 0
    for c in CHARACTERS:
        value = predicate(c)
        if value != previous:
            out += varint(ord(c) - last)
            last, previous = ord(c), value
    return bytes(out)


def varint(number):
    out = bytearray()
    while number >= 128:
        out.append(number % 128 | 128)
        number //= 128
    out.append(number)
    return bytes(out)


def case_runs(mapping):
    """Runs of characters whose mapping is one character at the same distance.

    For each run three numbers in base 128: how far it begins behind the end of the one before; twice the number of
    further characters, plus 1 if only every second one belongs to it; the distance, times two, its sign below."""
    runs = []
    for c in CHARACTERS:
        mapped = mapping(c)
        if len(mapped) != 1 or mapped == c:
            continue
        distance = ord(mapped) - ord(c)
        if runs:
            first, last, step, known = runs[-1]
            gap = ord(c) - last
            if known == distance and (gap == step or (first == last and gap <= 2)):
                runs[-1] = (first, ord(c), gap, known)
                continue
        runs.append((ord(c), ord(c), 1, distance))
    out, end = bytearray(), 0
    for first, last, step, distance in runs:
        further = (last - first) // step
        out += varint(first - end) + varint(2 * further + step - 1) + varint(2 * abs(distance) + (distance < 0))
        end = last
    return bytes(out)


def is_case_ignorable(c):
    """Whether the rule for a sigma at the end of a word looks past the character."""
    return ("A" + c + "\u03a3").lower()[-1] == "\u03c2" and (c + "\u03a3").lower()[-1] == "\u03c3"


def byte_string(data):
    return 'b"' + "".join(f"\\x{b:02x}" for b in data) + '"'


def wrapped(text):
    text = text[text.index('"') :] if text.startswith('b"') else text
    body, lines = text[1:-1], []
    while body:
        cut = min(104, len(body))
        lines.append(body[:cut])
        body = body[cut:]
    return 'b"\\\n    ' + "\\\n    ".join(lines) + '"'


def escaped(text):
    return "".join(f"\\u{{{ord(c):x}}}" for c in text)


def main():
    parts = [
        "//! Tables of the Unicode 15.1 database that CPython 3.13 carries. Written by tests/record_tables.py.",
        "",
        "/// Where each property begins and ends: differences of code points in base 128, low part first.",
    ]
    for name in ("isalpha", "isprintable", "isdecimal", "isdigit", "isnumeric"):
        data = boundaries(lambda c: getattr(c, name)())
        parts.append(f"pub(crate) const {name[2:].upper()}: &[u8] = {wrapped(byte_string(data))};\n")
    parts.append(f"pub(crate) const CASE_IGNORABLE: &[u8] = {wrapped(byte_string(boundaries(is_case_ignorable)))};\n")
    wide = boundaries(lambda c: unicodedata.east_asian_width(c) in ("W", "F"))
    parts.append(f"pub(crate) const WIDE: &[u8] = {wrapped(byte_string(wide))};\n")
    parts.append("/// Runs of characters with one distance to their mapping: gap, length and step, distance in base 128.")
    for mapping in (str.upper, str.lower):
        data = case_runs(mapping)
        parts.append(f"pub(crate) const {mapping.__name__.upper()}: &[u8] = {wrapped(byte_string(data))};\n")
    parts.append("/// The characters whose upper mapping is several characters.")
    parts.append("pub(crate) const LONG_UPPER: &[(char, &str)] = &[")
    for c in CHARACTERS:
        if len(c.upper()) > 1:
            parts.append(f"    ('{escaped(c)}', \"{escaped(c.upper())}\"),")
    parts.append("];\n")
    for name, mapping, usual, skip in (
        ("TITLE", str.title, str.upper, lambda c: "\u10d0" <= c <= "\u10ff"),
        ("CASEFOLD", str.casefold, str.lower, lambda c: c in CHEROKEE),
    ):
        parts.append(f"/// The characters whose {name.lower()} mapping is not the `{usual.__name__}` one, each with its mapping.")
        parts.append(f"pub(crate) const {name}: &[(char, &str)] = &[")
        for c in CHARACTERS:
            if mapping(c) != usual(c) and not skip(c):
                parts.append(f"    ('{escaped(c)}', \"{escaped(mapping(c))}\"),")
        parts.append("];\n")
    target = pathlib.Path(__file__).parent.parent / "src" / "unicode_tables.rs"
    target.write_text("\n".join(parts).rstrip() + "\n")


CHEROKEE = {chr(i) for block in ((0x13A0, 0x13F6), (0x13F8, 0x13FE), (0xAB70, 0xABC0)) for i in range(*block)}

main()
