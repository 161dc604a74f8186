# FIRST_EXCEPTION returns at the first failure, or when all are done.
import asyncio


async def job(name, delay, error=None):
    await asyncio.sleep(delay)
    print(f"{asyncio.get_running_loop().time():.1f} {name} ends")
    if error:
        raise error
    return name


def names(tasks):
    return sorted(t.get_name() for t in tasks)


async def run(*jobs):
    tasks = [asyncio.create_task(job(*j), name=j[0]) for j in jobs]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print("done", names(done), "pending", names(pending))
    for task in tasks:
        if task in done and (error := task.exception()):
            print(task.get_name(), "failed with", repr(error))
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)


async def main():
    await run(("a", 1), ("b", 2, ValueError("b is bad")), ("c", 3))
    await run(("d", 1), ("e", 2))
    cancelled = asyncio.create_task(job("f", 1))
    cancelled.cancel()
    other = asyncio.create_task(job("g", 2))
    done, pending = await asyncio.wait([cancelled, other], return_when=asyncio.FIRST_EXCEPTION)
    print("a cancelled task is no exception here:", len(done), len(pending))


asyncio.run(main())
