//! Limits and slices reach what built-in functions do in loops of their own, and sessions do not depend on each other.

use switchboard_python::vm::Limits;
use switchboard_python::{Advance, Exit, Options, Session};
use switchboard_trace::{Exceeded, Limit};

/// All that can be told of a run.
#[derive(Debug, PartialEq)]
struct Told {
    output: Vec<(u64, String)>,
    exit: Exit,
    instructions: u64,
}

fn run(source: &str, fuel: u64, instructions: u64) -> (Told, Option<Exceeded>) {
    let limits = Limits::default();
    limits.instructions.set(instructions);
    let mut session = Session::new(
        source,
        Options {
            limits,
            ..Options::default()
        },
    );
    loop {
        match session.advance(fuel) {
            Advance::Again => {}
            Advance::At(time) => session.vm.clock.advance_to(time),
            Advance::Finished => break,
        }
    }
    let output = session.take_output().into_iter();
    let told = Told {
        output: output.map(|piece| (piece.time, piece.text)).collect(),
        exit: session.exit().cloned().unwrap_or(Exit::Ok),
        instructions: session.vm.clock.instructions(),
    };
    (told, session.vm.exceeded.get())
}

/// Loops that are in Rust, with what finalizers print between them.
const LOOPS: &[&str] = &[
    "print(sum(range(20000)))",
    "print(sum(iter(int, 1)))",
    "print(max(map(abs, range(-9000, 0))))",
    "print(len(list(filter(None, range(9000)))))",
    "print(sorted(range(9000), key=lambda n: -n)[0])",
    "x = list(range(5000))\nfor _ in range(9): print(x == list(x), 5 in x, x.index(4999))",
    "import collections\nprint(len(collections.deque(iter(int, 1), 3)))",
    "x = 'a' * 100000\nfor _ in range(99): print(len(x + 'b'), x.count('a'))",
    "x = []\nfor _ in range(40): x = [x, x]\nprint(repr(x) == 1)",
    "class A:\n    def __del__(self): print('gone')\nprint(sum(A() is None for _ in range(50)), sum(range(9999)))",
    "class A:\n    def __del__(self): print('gone')\nprint(sum(map(int, [A() is None] * 9000)))",
    "import asyncio\nasync def f(): print(await asyncio.to_thread(sum, range(30000)))\n\
     async def g(): print(sum(range(9999)))\nasync def main(): await asyncio.gather(f(), g(), f())\nasyncio.run(main())",
    "import asyncio\ndef f():\n    while True: pass\n\
     async def main():\n    asyncio.get_running_loop().run_in_executor(None, f)\n    print('begun')\nasyncio.run(main())",
];

#[test]
fn loops_in_built_in_functions_end_at_the_limit_and_do_not_depend_on_slices() {
    for source in LOOPS {
        let (whole, _) = run(source, u64::MAX / 2, 200_000);
        for fuel in [7, 500, 5000] {
            let (sliced, _) = run(source, fuel, 200_000);
            assert_eq!(whole, sliced, "{source}\nwith slices of {fuel}");
        }
    }
}

#[test]
fn a_loop_in_a_built_in_function_gives_way_when_the_slice_is_over() {
    let mut session = Session::new("sum(iter(int, 1))\n", Options::default());
    for _ in 0..10 {
        assert_eq!(session.advance(10_000), Advance::Again);
    }
    let count = session.vm.clock.instructions();
    assert!((90_000..200_000).contains(&count), "{count} instructions");
}

#[test]
fn the_run_tells_which_limit_has_ended_it() {
    let (told, limit) = run("any(iter(int, 1))\n", u64::MAX / 2, 1_000_000);
    let exceeded = Exceeded {
        limit: Limit::Instructions,
        most: 1_000_000,
    };
    assert_eq!(limit, Some(exceeded));
    assert_eq!(
        told.exit,
        Exit::Failed {
            class: "Limit".into(),
            message: "the program has run for more than 1,000,000 instructions".into(),
            line: Some(1),
            code: 4,
        }
    );
}

#[test]
fn a_run_does_not_depend_on_the_runs_before_it() {
    let source = "\
class A:
    def __del__(self): print('gone')
def f(): pass
kept = A()
kept.kept = kept
print(A, f, iter(f, 1), object(), id(kept), [], id([]), {f, print, iter(f, 1)} == 1)
x = []
x.append(x)
";
    let first = run(source, u64::MAX / 2, 1_000_000);
    // One that is dropped in the middle leaves its objects behind.
    let mut dropped = Session::new(&format!("{source}\nwhile True: pass\n"), Options::default());
    dropped.advance(10_000);
    drop(dropped);
    assert_eq!(first, run(source, u64::MAX / 2, 1_000_000));
}
