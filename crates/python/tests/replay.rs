//! The same program gives the same run, down to the numbers of its objects and the nanoseconds.

use switchboard_python::{Advance, Options, Session};

const PROGRAM: &str = "
import time
def f(): pass
things = [[], {}, f, [].append, 'text', object(), (i for i in ())]
print([id(thing) for thing in things], things, hash(f), {f, len, print})
print([1, [2, 3]] == [1, [2, 3]], {(1, 2): 3}[(1, 2)], (1, 2) in {(1, 2)}, time.perf_counter())
[(1, 2)] == [(1, 2)]
";

fn output() -> Vec<(u64, String)> {
    let mut session = Session::new(PROGRAM, Options::default());
    session.run_to_end();
    let pieces = session.take_output().into_iter();
    pieces.map(|piece| (piece.time, piece.text)).collect()
}

#[test]
fn a_run_after_another_is_the_same() {
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

const TWO_LOOPS: &str = "
import asyncio
async def main():
    other = asyncio.new_event_loop()
    other.close()
    print('still here')
asyncio.run(main())
";

#[test]
fn closing_another_loop_in_any_slice_leaves_the_running_one_alone() {
    for fuel in 1..200 {
        let mut session = Session::new(TWO_LOOPS, Options::default());
        loop {
            match session.advance(fuel) {
                Advance::Again => {}
                Advance::At(time) => session.vm.clock.advance_to(time),
                Advance::Finished => break,
            }
        }
        let text: String = session
            .take_output()
            .into_iter()
            .map(|piece| piece.text)
            .collect();
        assert_eq!(text, "still here\n", "{fuel} instructions a slice");
    }
}
