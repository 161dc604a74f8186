//! Equal sleeps where instructions take time: their deadlines lie microseconds apart, and CPython's loop, whose
//! `epoll` waits whole milliseconds, still wakes them in one turn.

use switchboard_python::{Options, Session};

/// What a program prints where instructions take 30 ns.
fn printed(source: &str) -> String {
    let mut session = Session::new(source, Options::default());
    session.run_to_end();
    session
        .take_output()
        .into_iter()
        .map(|piece| piece.text)
        .collect()
}

#[test]
fn tasks_that_fail_after_equal_sleeps_fail_together() {
    let source = r#"
import asyncio

async def fail(name):
    await asyncio.sleep(1)
    raise ValueError(name)

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for name in "abc":
                group.create_task(fail(name))
    except* ValueError as errors:
        print([str(error) for error in errors.exceptions])

asyncio.run(main())
"#;
    assert_eq!(printed(source), "['a', 'b', 'c']\n");
}

#[test]
fn no_sleep_ends_early_or_much_too_late() {
    let source = r#"
import asyncio, time

async def nap(seconds):
    begun = time.perf_counter()
    await asyncio.sleep(seconds)
    late = time.perf_counter() - begun - seconds
    print(seconds, 0 <= late < 0.001)

async def main():
    await asyncio.gather(*map(nap, [0.0105, 0.0102, 0.01, 0.0101, 0.02]))

asyncio.run(main())
"#;
    assert_eq!(
        printed(source),
        "0.01 True\n0.0101 True\n0.0102 True\n0.0105 True\n0.02 True\n"
    );
}

#[test]
fn a_sleep_of_its_own_ends_when_it_should() {
    let source = r#"
import asyncio, time

async def main():
    begun = time.perf_counter()
    await asyncio.sleep(0.0004)
    print(time.perf_counter() - begun < 0.0005)

asyncio.run(main())
"#;
    assert_eq!(printed(source), "True\n");
}
