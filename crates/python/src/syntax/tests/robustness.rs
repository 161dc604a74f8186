//! Whatever the source is: no panic, code that passes the verifier, diagnostics inside the source.

use super::assert_verified;
use crate::syntax::compile;

/// A small generator of pseudo-random numbers (xorshift), so that failures can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap_or(0)
    }
}

fn check(source: &str) {
    let compiled = compile(source, "mutated.py");
    assert_verified(&compiled, source);
    let has_error = compiled
        .diagnostics
        .iter()
        .any(|found| found.exception.ends_with("Error"));
    assert!(
        compiled.code.is_some() || has_error,
        "no code and no error:\n{source}"
    );
    for found in &compiled.diagnostics {
        assert!(found.span.start <= found.span.end, "{found:?}\n{source}");
        assert!(found.span.end as usize <= source.len(), "{found:?}\n{source}");
        assert!(
            found.line >= 1 && found.line <= compiled.lines.count(),
            "{found:?}\n{source}"
        );
    }
}

const FRAGMENTS: [&str; 40] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    "=",
    "==",
    ":=",
    "*",
    "**",
    ".",
    "\n",
    "\n    ",
    "\t",
    " ",
    "'",
    "\"\"\"",
    "f'",
    "f\"{",
    "\\",
    "#",
    "lambda ",
    "yield ",
    "await ",
    "async ",
    "for x in ",
    "if ",
    "else ",
    "try:\n",
    "finally:\n",
    "except* E:\n",
    "return ",
    "global x",
    "nonlocal x",
    "case ",
    "é\u{0}",
    "0x",
];

#[test]
fn mutated_programs_never_panic() {
    let mut programs: Vec<String> = Vec::new();
    for table in [include_str!("lowering.txt"), include_str!("errors.txt")] {
        programs.extend(
            table
                .split("---\n")
                .map(|case| case.split("\n=>").next().unwrap_or(case).to_owned()),
        );
    }
    let mut random = Random(0x5eed);
    for _ in 0..20_000 {
        let index = random.below(programs.len());
        let mut source: Vec<char> = programs
            .get(index)
            .map_or_else(Vec::new, |program| program.chars().collect());
        for _ in 0..=random.below(4) {
            let at = random.below(source.len() + 1);
            match random.below(3) {
                0 => {
                    let end = (at + random.below(6)).min(source.len());
                    source.drain(at..end);
                }
                1 => {
                    let fragment = FRAGMENTS
                        .get(random.below(FRAGMENTS.len()))
                        .copied()
                        .unwrap_or("");
                    source.splice(at..at, fragment.chars());
                }
                _ => {
                    let from = random.below(source.len() + 1);
                    let end = (from + random.below(20)).min(source.len());
                    let copied: Vec<char> = source.get(from..end).unwrap_or_default().to_vec();
                    source.splice(at..at, copied);
                }
            }
        }
        check(&source.into_iter().collect::<String>());
    }
}

#[test]
fn random_fragments_never_panic() {
    let mut random = Random(0xfee1_600d);
    for _ in 0..20_000 {
        let length = random.below(30);
        let source: String = (0..length)
            .map(|_| {
                FRAGMENTS
                    .get(random.below(FRAGMENTS.len()))
                    .copied()
                    .unwrap_or("")
            })
            .collect();
        check(&source);
    }
}

#[test]
fn nested_finally_bodies_do_not_explode() {
    let mut source = "def f():\n".to_owned();
    for depth in 1..=19 {
        let indent = " ".repeat(depth);
        source +=
            &format!("{indent}try:\n{indent} if x: return 1\n{indent} if y: return 2\n{indent}finally:\n");
    }
    source += &(" ".repeat(20) + "pass\n");
    check(&source);
}

#[test]
fn break_and_continue_where_no_loop_is_leave_nothing_behind_in_handlers() {
    for source in [
        "def f():\n try:\n  g()\n except E:\n  if x:\n   continue\n",
        "def f():\n try:\n  g()\n except E as e:\n  break\n",
        "try:\n  pass\nexcept* E:\n  if x:\n    break\n  y\n",
        "with a as b:\n try:\n  x\n finally:\n  if y: break\n  z\n",
    ] {
        check(source);
    }
}
