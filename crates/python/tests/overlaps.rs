//! Which programs are told that awaits of theirs could overlap. Each is the body of a function, in which `fetch`
//! sleeps for a second; the lines of the hints are counted from the body's first.

use switchboard_python::{Exit, Options, Session};
use switchboard_trace::{Code, Limits, Recorder, check};

const BEFORE: &str = "\
import asyncio
class Client:
    def __init__(self): self.ready = 0
    async def __aenter__(self): return await self.login()
    async def __aexit__(self, *info): await asyncio.sleep(1)
    async def login(self): await asyncio.sleep(1); return self
    async def get(self, x): await asyncio.sleep(1); return x
    async def put(self, x): await asyncio.sleep(1)
async def fetch(x=0, *more):
    await asyncio.sleep(1)
    return x
async def fail(x=0):
    await asyncio.sleep(1)
    raise ValueError(x)
async def numbers():
    for i in range(3):
        await asyncio.sleep(1)
        yield i
async def main():
    client, queue, lock, urls, results = Client(), asyncio.Queue(), asyncio.Lock(), [1, 2, 3], []
";

fn hints(body: &str) -> Vec<u32> {
    let first = BEFORE.lines().count() as u32;
    let indented = body.lines().map(|line| format!("    {line}\n"));
    let source = format!("{BEFORE}{}asyncio.run(main())\n", indented.collect::<String>());
    let recorder = Recorder::on(Limits::default());
    let options = Options {
        recorder: recorder.clone(),
        ..Options::default()
    };
    let mut session = Session::new(&source, options);
    let exit = session.run_to_end();
    assert!(matches!(exit, Exit::Ok), "{source}\nended with {exit:?}");
    let found = check(&recorder.take());
    let rows = found.iter().filter(|one| one.code == Code::SequentialAwaits);
    rows.map(|one| one.line.get() - first).collect()
}

fn assert_fine(bodies: &[&str]) {
    for body in bodies {
        assert_eq!(hints(body), [], "of\n{body}");
    }
}

#[test]
fn awaits_that_need_nothing_of_each_other_are_told_of() {
    for (body, line) in [
        ("await fetch(1)\nawait fetch(2)", 1),
        ("a = await fetch(1)\nb = await fetch(2)\nprint(a, b)", 1),
        ("for url in urls:\n    results.append(await fetch(url))", 2),
        ("total = 0\nfor url in urls:\n    total += await fetch(url)", 3),
        ("results = [await fetch(url) for url in urls]", 1),
        (
            "async with client as session:\n    for url in urls:\n        results.append(await session.get(url))",
            3,
        ),
        (
            "urls = await fetch([1, 2])\nfor url in urls:\n    await fetch(url)",
            3,
        ),
        ("a = await client.get(1)\nb = await client.get(2)", 1),
        ("print(await fetch(1), await fetch(2))", 1),
        (
            "await asyncio.wait_for(fetch(1), 5)\nawait asyncio.wait_for(fetch(2), 5)",
            1,
        ),
        (
            "for url in urls:\n    try:\n        results.append(await fetch(url))\n    except ValueError as error:\n        print(error)",
            3,
        ),
        (
            "async with client:\n    results = [await fetch(1), await fetch(2)]\n    return results",
            2,
        ),
        ("i = 0\nwhile i < 3:\n    await fetch(i)\n    i += 1", 3),
    ] {
        assert_eq!(hints(body), [line], "of\n{body}");
    }
}

#[test]
fn an_await_of_what_an_earlier_one_gave_is_fine() {
    assert_fine(&[
        "a = await fetch(1)\nb = await fetch(a)",
        "a = await fetch(1)\nb = a + 1\nc = [b]\nawait fetch(c)",
        "a = 0\nfor _ in range(3):\n    a = await fetch(a)",
        "a, b = await fetch((1, 2))\nawait fetch(f'{a}{b}')",
        "client.ready = await fetch(1)\nawait fetch(client.ready)",
        "results[:] = await fetch([1])\nawait fetch(results)",
        "if (a := await fetch(1)):\n    await fetch(a)",
        "await fetch(await fetch(1))",
    ]);
}

#[test]
fn an_await_that_is_reached_by_what_an_earlier_one_gave_is_fine() {
    assert_fine(&[
        "if await fetch(1):\n    await fetch(2)",
        "if await fetch(0):\n    pass\nelse:\n    await fetch(2)",
        "while True:\n    if await fetch(results):\n        break\n    results.append(1)",
        "for url in urls:\n    if await fetch(url) == 3:\n        return url",
        "return await fetch(0) or await fetch(1)",
        "for attempt in range(3):\n    try:\n        return await fail(attempt)\n    except ValueError:\n        await fetch()",
        "for attempt in range(3):\n    try:\n        await fail(attempt)\n        break\n    except ValueError:\n        pass",
        "a = await fetch(1)\nmatch a:\n    case 1:\n        await fetch(2)",
        "if await fetch(0):\n    return\nawait fetch(2)",
        "try:\n    await fail()\nexcept ValueError:\n    await fetch()",
    ]);
}

#[test]
fn async_for_and_async_with_are_fine() {
    assert_fine(&[
        "async for i in numbers():\n    print(i)",
        "async for i in numbers():\n    await fetch(i)",
        "async with client:\n    async with client:\n        pass",
        "async with client as a, client as b:\n    await fetch()",
        "for _ in range(3):\n    async with client:\n        await fetch()",
        "for url in urls:\n    async with lock:\n        await asyncio.sleep(1)",
        "print([i async for i in numbers()])",
    ]);
}

#[test]
fn waiting_for_other_things_than_coroutines_is_fine() {
    assert_fine(&[
        "await asyncio.sleep(1)\nawait asyncio.sleep(1)",
        "a, b = asyncio.create_task(fetch(1)), asyncio.create_task(fetch(2))\nawait a\nawait b",
        "await lock.acquire()\nlock.release()\nawait lock.acquire()",
        "for i in range(3):\n    await queue.put(i)\nfor i in range(3):\n    await queue.get()",
        "await asyncio.gather(fetch(1), fetch(2))\nawait asyncio.gather(fetch(3), fetch(4))",
        "for _ in range(3):\n    await asyncio.sleep(0)",
    ]);
}

#[test]
fn coroutines_with_pauses_between_them_are_fine() {
    assert_fine(&["for url in urls:\n    await fetch(url)\n    await asyncio.sleep(0.5)"]);
}

#[test]
fn what_one_method_does_another_may_build_on() {
    assert_fine(&[
        "await client.login()\na = await client.get(1)",
        "a = await client.get(1)\nawait client.put(2)",
        "await client.login()\nawait client.put(1)",
    ]);
}

#[test]
fn a_function_with_very_many_awaits_is_looked_at_in_time() {
    let body =
        "a = await fetch(1) if not urls else 2\nif a: await fetch(a) if not urls else 2\n".repeat(2000);
    assert_fine(&[&body, "for i in range(3):\n    await fetch(i) if not urls else 2"]);
}
