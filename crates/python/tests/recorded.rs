//! Programs that print the values and the exceptions of many expressions, against what CPython 3.13 prints.
//!
//! To record one again: `TZ=UTC python3.13 -W ignore NAME.py > NAME.txt`.

use switchboard_python::vm::Stream;
use switchboard_python::{Options, Session};

fn check(program: &str, expected: &str) {
    let options = Options {
        cost: 0,
        ..Options::default()
    };
    let mut session = Session::new(program, options);
    session.run_to_end();
    let output = session.take_output();
    let printed: String = output
        .iter()
        .filter(|piece| piece.stream == Stream::Stdout)
        .map(|piece| piece.text.as_str())
        .collect();
    let pairs = printed.lines().zip(expected.lines());
    let wrong: Vec<String> = pairs
        .filter(|(printed, expected)| printed != expected)
        .map(|(printed, expected)| format!("printed  {printed}\nexpected {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(printed.lines().count(), expected.lines().count());
}

#[test]
fn text_and_numbers_are_those_of_cpython() {
    check(
        include_str!("recorded/text_and_numbers.py"),
        include_str!("recorded/text_and_numbers.txt"),
    );
}

#[test]
fn mathematics_is_that_of_cpython() {
    check(
        include_str!("recorded/mathematics.py"),
        include_str!("recorded/mathematics.txt"),
    );
}

#[test]
fn operators_give_and_refuse_what_they_do_in_cpython() {
    check(
        include_str!("recorded/operators.py"),
        include_str!("recorded/operators.txt"),
    );
}

#[test]
fn deques_time_and_sys_are_those_of_cpython() {
    check(
        include_str!("recorded/modules.py"),
        include_str!("recorded/modules.txt"),
    );
}
