//! No source exhausts the stack, however it nests.

use crate::syntax::{Compiled, compile};

/// Compiles on a thread with the stack that a browser gives.
fn compile_on_small_stack(source: String) -> Vec<(String, String)> {
    let thread = std::thread::Builder::new()
        .stack_size(1024 * 1024)
        .spawn(move || {
            let Compiled {
                code, diagnostics, ..
            } = compile(&source, "deep.py");
            let ok = if code.is_some() { "ok" } else { "refused" };
            diagnostics
                .into_iter()
                .map(|found| (ok.to_owned(), found.message))
                .take(1)
                .collect()
        });
    thread
        .expect("a thread can be started")
        .join()
        .expect("compiling does not panic")
}

#[test]
fn deep_nesting_is_refused_and_does_not_overflow_the_stack() {
    let blocks = |header: &str, depth: usize| {
        let mut source = String::new();
        for level in 0..depth {
            source.push_str(&" ".repeat(level));
            source.push_str(header);
            source.push('\n');
        }
        source + &" ".repeat(depth) + "pass\n"
    };
    let many = 100_000;
    for (source, message) in [
        ("(".repeat(many), "too many nested parentheses"),
        (
            "[".repeat(many) + &"]".repeat(many),
            "too many nested parentheses",
        ),
        ("{1:".repeat(many), "too many nested parentheses"),
        ("f(".repeat(many), "too many nested parentheses"),
        ("f'{".repeat(many), "too many nested parentheses"),
        ("f\"{x:{".repeat(many), "too many nested parentheses"),
        (
            "x = ".to_owned() + &"a.".repeat(many) + "b",
            "too many nested expressions",
        ),
        (
            "x = ".to_owned() + &"1+".repeat(many) + "1",
            "too many nested expressions",
        ),
        (
            "x = f".to_owned() + &"()".repeat(many),
            "too many nested expressions",
        ),
        (
            "x = f".to_owned() + &"[0]".repeat(many),
            "too many nested expressions",
        ),
        ("-".repeat(many) + "1", "too many nested expressions"),
        ("not ".repeat(many) + "1", "too many nested expressions"),
        ("lambda: ".repeat(many) + "1", "too many nested expressions"),
        ("lambda a, b=".repeat(many) + "1", "too many nested expressions"),
        ("2**".repeat(many) + "1", "too many nested expressions"),
        ("x if y else ".repeat(many) + "1", "too many nested expressions"),
        (blocks("if x:", 101), "too many levels of indentation"),
        (blocks("def f():", 101), "too many levels of indentation"),
        (blocks("class A:", 101), "too many levels of indentation"),
        (blocks("for x in y:", 30), "too many statically nested blocks"),
    ] {
        let shown: String = source.chars().take(20).collect();
        assert_eq!(
            compile_on_small_stack(source),
            [("refused".to_owned(), message.to_owned())],
            "{shown}"
        );
    }
}

#[test]
fn what_is_just_within_the_limits_compiles_on_a_small_stack() {
    let depth = 190;
    let mut blocks = String::new();
    for level in 0..99 {
        blocks += &(" ".repeat(level) + "if x:\n");
    }
    blocks += &(" ".repeat(99) + "pass\n");
    for source in [
        "(".repeat(depth) + &")".repeat(depth),
        "x = ".to_owned() + &"[".repeat(depth) + &"]".repeat(depth),
        "f(".repeat(depth) + &")".repeat(depth),
        "x = ".to_owned() + &"{1: ".repeat(depth) + "2" + &"}".repeat(depth),
        "[x for x in ".repeat(depth) + "y" + &"]".repeat(depth),
        "[".repeat(depth) + "x" + &" for x in y]".repeat(depth),
        "(".repeat(depth) + "x" + &" for x in y)".repeat(depth),
        "lambda: ".repeat(depth) + "1",
        "x = {".to_owned() + &"1: lambda a, b=1: a + b,".repeat(1_000) + "}",
        "-".repeat(depth) + "x",
        "x**".repeat(depth) + "y",
        "x = ".to_owned() + &"a.b().c[0] + ".repeat(300) + "b",
        "x = ".to_owned() + &"x + ".repeat(1_000) + "1",
        "x = ".to_owned() + &"1 + ".repeat(1_000) + "1",
        "x = 1\n".to_owned() + &"if x == 1:\n  pass\n".repeat(10_000),
        "if x: pass\n".to_owned() + &"elif y: pass\n".repeat(10_000),
        "x = [".to_owned() + &"1 + y, ".repeat(100_000) + "]",
        "with ".to_owned() + &["a"; 20].join(", ") + ": pass",
        blocks,
    ] {
        let shown: String = source.chars().take(20).collect();
        assert_eq!(compile_on_small_stack(source), [], "{shown}");
    }
}

#[test]
fn a_null_byte_is_refused() {
    assert_eq!(
        compile_on_small_stack("x = 1\0".to_owned()),
        [(
            "refused".to_owned(),
            "source code cannot contain null bytes".to_owned()
        )]
    );
}
