# What wait() does not take: coroutines, a single task, an empty set, a wrong return_when.
import asyncio


async def attempt(label, *args, **kwargs):
    try:
        done, pending = await asyncio.wait(*args, **kwargs)
        print(label, "->", len(done), len(pending))
    except (TypeError, ValueError) as error:
        print(f"{label} -> {type(error).__name__}: {error}")


async def main():
    task = asyncio.create_task(asyncio.sleep(1))
    coroutine = asyncio.sleep(1)
    await attempt("coroutine in list", [coroutine])
    coroutine.close()
    await attempt("empty", [])
    await attempt("wrong when", [task], return_when="SOME_DAY")
    await attempt("a generator of tasks", (t for t in [task]))
    await attempt("twice the same", [task, task], timeout=0)
    await attempt("timeout 0", {task}, timeout=0)
    single = asyncio.create_task(asyncio.sleep(0))
    await attempt("a single task", single)
    print(asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION)


asyncio.run(main())
