//! The same program gives the same run, down to the numbers of its objects.

use switchboard_python::{Options, Session};

const PROGRAM: &str = "
def f(): pass
things = [[], {}, f, [].append, 'text', object(), (i for i in ())]
print([id(thing) for thing in things], things, hash(f), {f, len, print})
";

fn output() -> String {
    let mut session = Session::new(PROGRAM, Options::default());
    session.run_to_end();
    session
        .take_output()
        .into_iter()
        .map(|piece| piece.text)
        .collect()
}

#[test]
fn objects_have_the_same_numbers_in_every_run() {
    assert_eq!(output(), output());
}

#[test]
fn a_run_beside_another_changes_nothing() {
    let mut one = Session::new(PROGRAM, Options::default());
    let mut other = Session::new(PROGRAM, Options::default());
    for _ in 0..10_000 {
        one.advance(7);
        other.advance(5);
    }
    one.run_to_end();
    other.run_to_end();
    assert_eq!(one.take_output(), other.take_output());
}
