# What is no coroutine, and a loop that runs already, are told before anything else, even by a closed runner.
import asyncio


async def work():
    return "done"


def attempt(name, action):
    try:
        print(name, action())
    except Exception as problem:
        print(name, type(problem).__name__, problem)


async def inside():
    fresh = asyncio.Runner()
    coroutine = work()
    attempt("inside:", lambda: fresh.run(coroutine))
    coroutine.close()
    print("the loop is still the same:", asyncio.get_event_loop() is asyncio.get_running_loop())


with asyncio.Runner() as runner:
    attempt("open:", lambda: runner.run("work"))
    attempt("open:", lambda: runner.run(work()))
attempt("closed:", lambda: runner.run(42))
coroutine = work()
attempt("closed:", lambda: runner.run(coroutine))
coroutine.close()
asyncio.run(inside())
attempt("run:", lambda: asyncio.run(42))
