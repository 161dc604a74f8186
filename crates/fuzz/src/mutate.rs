//! Makes mutants: lines and tokens are taken out, doubled, exchanged and replaced, bytes are flipped, and programs
//! are spliced together.

use crate::random::Random;

/// Most mutants have few changes, so that they get far.
const MOST_CHANGES: usize = 6;
/// Longer ones are cut.
const MOST_BYTES: usize = 20_000;

const NUMBERS: [&str; 20] = [
    "0",
    "1",
    "-1",
    "2",
    "3",
    "7",
    "255",
    "1000",
    "100000",
    "2**31",
    "2**63",
    "-2**63",
    "10**30",
    "1e308",
    "-0.0",
    "float('nan')",
    "float('inf')",
    "True",
    "0x7fffffffffffffff",
    "1j",
];

const NAMES: [&str; 44] = [
    "None",
    "self",
    "print",
    "list",
    "dict",
    "set",
    "str",
    "int",
    "float",
    "tuple",
    "bytes",
    "bytearray",
    "object",
    "type",
    "super",
    "iter",
    "next",
    "range",
    "zip",
    "map",
    "filter",
    "sorted",
    "reversed",
    "enumerate",
    "sum",
    "min",
    "max",
    "len",
    "repr",
    "hash",
    "id",
    "abs",
    "pow",
    "round",
    "divmod",
    "isinstance",
    "getattr",
    "setattr",
    "vars",
    "locals",
    "globals",
    "Exception",
    "asyncio",
    "frozenset",
];

const OPERATORS: [&str; 34] = [
    "+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "==", "!=", "<", "<=", ">", ">=",
    "=", "+=", "*=", ":=", ".", ",", ":", "(", ")", "[", "]", "{", "}", "~", ";",
];

const WORDS: [&str; 34] = [
    "and",
    "or",
    "not",
    "in",
    "is",
    "if",
    "else",
    "elif",
    "for",
    "while",
    "break",
    "continue",
    "return",
    "yield",
    "yield from",
    "await",
    "async",
    "def",
    "class",
    "lambda",
    "try",
    "except",
    "except*",
    "finally",
    "raise",
    "with",
    "assert",
    "del",
    "global",
    "nonlocal",
    "pass",
    "match",
    "case",
    "from",
];

const EXPRESSIONS: [&str; 40] = [
    "iter(int, 1)",
    "[0] * 10**9",
    "'a' * 10**9",
    "1 << 10**6",
    "(lambda: 0)",
    "[*range(10)]",
    "{**{}}",
    "{1: 2}",
    "{1, 2}",
    "(yield)",
    "f'{1!r:>{10}}'",
    "'%s' % (1,)",
    "'{:>10}'.format",
    "b'\\xff'",
    "x[::-1]",
    "[[]] * 3",
    "range(10**12)",
    "slice(None)",
    "memoryview(b'abc')",
    "bytearray(10)",
    "object()",
    "type('T', (), {})",
    "(i for i in range(3))",
    "[i async for i in x]",
    "asyncio.sleep(0)",
    "asyncio.Future()",
    "asyncio.current_task()",
    "asyncio.Queue(1)",
    "asyncio.Lock()",
    "asyncio.gather()",
    "asyncio.create_task(main())",
    "asyncio.run(main())",
    "ExceptionGroup('g', [ValueError(1)])",
    "super().__init__",
    "self.__dict__",
    "main",
    "__name__",
    "'\u{e9}\u{1f600}'",
    "...",
    "NotImplemented",
];

const STATEMENTS: [&str; 16] = [
    "import asyncio, itertools, collections, functools, copy, json, math, random",
    "x = []; x.append(x)",
    "x = {}; x[0] = x",
    "raise StopIteration",
    "raise asyncio.CancelledError",
    "return",
    "yield 1",
    "await asyncio.sleep(0)",
    "del x",
    "global x",
    "nonlocal x",
    "sys.setrecursionlimit(50)",
    "asyncio.current_task().cancel()",
    "while True: pass",
    "assert False",
    "from math import *",
];

/// The mutant with this number.
pub fn mutant(corpus: &[String], seed: u64, index: u64) -> String {
    let mut random = Random::new(seed, index);
    let mut text = original(corpus, &mut random);
    if random.below(4) == 0 {
        text = splice(&text, &original(corpus, &mut random), &mut random);
    }
    for _ in 0..=random.below(MOST_CHANGES) {
        text = match random.below(3) {
            0 => change_lines(&text, &mut random),
            1 | 2 if random.below(12) > 0 => change_tokens(&text, &mut random),
            _ => change_characters(&text, &mut random),
        };
    }
    if text.len() > MOST_BYTES {
        let mut end = MOST_BYTES;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
    }
    text
}

fn original(corpus: &[String], random: &mut Random) -> String {
    corpus
        .get(random.below(corpus.len()))
        .cloned()
        .unwrap_or_default()
}

/// The beginning of one and the end of another, or a block of one in the middle of the other.
fn splice(a: &str, b: &str, random: &mut Random) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.lines().collect(), b.lines().collect());
    let at = random.below(a.len() + 1);
    let from = random.below(b.len() + 1);
    let to = from + random.below(b.len() - from + 1);
    let rest = if random.below(2) == 0 { a.get(at..) } else { None };
    let parts = [a.get(..at), b.get(from..to), rest];
    let lines: Vec<&str> = parts.into_iter().flatten().flatten().copied().collect();
    lines.join("\n") + "\n"
}

fn change_lines(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return text.to_owned();
    }
    let (at, other) = (random.below(lines.len()), random.below(lines.len()));
    match random.below(6) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(other, lines[at].clone()),
        2 => lines.swap(at, other),
        3 => lines[at] = format!("    {}", lines[at]),
        4 => lines[at] = lines[at].strip_prefix("    ").unwrap_or(&lines[at]).to_owned(),
        _ => {
            let indentation = lines[at].len() - lines[at].trim_start().len();
            let statement = random.pick(&STATEMENTS).unwrap_or_default();
            lines.insert(at, format!("{}{statement}", " ".repeat(indentation)));
        }
    }
    lines.join("\n") + "\n"
}

fn change_tokens(text: &str, random: &mut Random) -> String {
    let mut tokens = tokens(text);
    let places: Vec<usize> = (0..tokens.len())
        .filter(|at| tokens[*at].chars().any(|c| !c.is_whitespace()))
        .collect();
    if places.is_empty() {
        return text.to_owned();
    }
    let (at, other) = (
        places[random.below(places.len())],
        places[random.below(places.len())],
    );
    match random.below(5) {
        0 => drop(tokens.remove(at)),
        1 => tokens.insert(other, tokens[at]),
        2 => tokens.swap(at, other),
        _ => tokens[at] = replacement(tokens[at], tokens[other], random),
    }
    tokens.concat()
}

/// Another token, mostly of the same kind.
fn replacement<'a>(token: &str, other: &'a str, random: &mut Random) -> &'a str {
    let first = token.chars().next().unwrap_or(' ');
    let table: &[&'static str] = match random.below(8) {
        0 => return other,
        1 => &EXPRESSIONS,
        2 => &WORDS,
        _ if first.is_ascii_digit() => &NUMBERS,
        _ if first.is_alphabetic() || first == '_' => &NAMES,
        _ if first == '"' || first == '\'' => &EXPRESSIONS,
        _ => &OPERATORS,
    };
    random.pick(table).unwrap_or(other)
}

fn change_characters(text: &str, random: &mut Random) -> String {
    const ODD: [char; 14] = [
        '\0',
        '\t',
        '\r',
        '\u{c}',
        '\\',
        '\'',
        '"',
        '#',
        '\u{a0}',
        '\u{301}',
        '\u{feff}',
        '\u{2028}',
        '\u{1f600}',
        '{',
    ];
    let mut characters: Vec<char> = text.chars().collect();
    let at = random.below(characters.len());
    match random.below(3) {
        0 if at < characters.len() => drop(characters.remove(at)),
        1 if at < characters.len() => {
            let flipped = u32::from(characters[at]) ^ (1 << random.below(7));
            characters[at] = char::from_u32(flipped).unwrap_or(' ');
        }
        _ => characters.insert(at, ODD[random.below(ODD.len())]),
    }
    characters.into_iter().collect()
}

/// Cuts a text into words, numbers, strings, blanks and single characters. All of it together is the text.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' => {
                let inside = &rest[1..];
                inside.find([first, '\n']).map_or(rest.len(), |end| end + 2)
            }
            _ => {
                let kind = kind(first);
                match kind {
                    Kind::Single => first.len_utf8(),
                    _ => rest.find(|c| self::kind(c) != kind).unwrap_or(rest.len()),
                }
            }
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after;
    }
    tokens
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Blank,
    Single,
}

fn kind(c: char) -> Kind {
    match c {
        c if c.is_alphanumeric() || c == '_' => Kind::Word,
        ' ' | '\t' => Kind::Blank,
        _ => Kind::Single,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_together_are_the_text() {
        let text = "x = 'a b' + \"c\nif y1 >= 2.5:\n\tprint('\u{e9}', z)  # end";
        assert_eq!(tokens(text).concat(), text);
        assert_eq!(tokens("a1 'b' 2"), ["a1", " ", "'b'", " ", "2"]);
    }

    #[test]
    fn the_same_seed_gives_the_same_mutant() {
        let corpus = [
            "a = 1\nprint(a)\n".to_owned(),
            "def f():\n    return 2\n".to_owned(),
        ];
        for index in 0..200 {
            assert_eq!(mutant(&corpus, 5, index), mutant(&corpus, 5, index));
        }
        assert!((0..20).any(|index| mutant(&corpus, 5, index) != mutant(&corpus, 6, index)));
    }
}
