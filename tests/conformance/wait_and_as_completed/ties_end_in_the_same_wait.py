# Tasks that end in the same pass are all done when wait() goes on.
import asyncio


async def ends(name, delay, passes=0):
    await asyncio.sleep(delay)
    for _ in range(passes):
        await asyncio.sleep(0)
    print("end", name)


async def main():
    tasks = [
        asyncio.create_task(ends("a", 1), name="a"),
        asyncio.create_task(ends("b", 1), name="b"),
        asyncio.create_task(ends("c", 1, passes=1), name="c"),
        asyncio.create_task(ends("d", 1, passes=2), name="d"),
        asyncio.create_task(ends("e", 1, passes=3), name="e"),
    ]
    pending = tasks
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print("done", sorted(t.get_name() for t in done), "at", asyncio.get_running_loop().time())


asyncio.run(main())
