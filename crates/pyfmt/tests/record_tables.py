"""Writes src/unicode_tables.rs from the Unicode database of the CPython that runs it (3.13).

Usage: python3.13 crates/pyfmt/tests/record_tables.py
"""

import pathlib

CHARACTERS = [chr(i) for i in range(0x110000) if not 0xD800 <= i < 0xE000]


def boundaries(predicate):
    """The code points at which the predicate changes, as differences in base-128 bytes, high bit = more follows."""
    out = bytearray()
    previous, last = False, 0
    for c in CHARACTERS:
        value = predicate(c)
        if value != previous:
            step, last, previous = ord(c) - last, ord(c), value
            while step >= 128:
                out.append(step % 128 | 128)
                step //= 128
            out.append(step)
    return bytes(out)


def byte_string(data):
    return 'b"' + "".join(f"\\x{b:02x}" for b in data) + '"'


def wrapped(text):
    text = text[text.index('"') :] if text.startswith('b"') else text
    body, lines = text[1:-1], []
    while body:
        cut = min(96, len(body))
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
