# The future that woke a task, and what was thrown into it, go when the step is over.
import asyncio


class Res:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print("released", self.n)


async def job(n):
    r = Res(n)
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError("two")


async def main():
    res = await asyncio.gather(job(1), job(2), return_exceptions=True)
    print("gathered", res)
    del res
    print("results gone")
    t = asyncio.create_task(job(2))
    await asyncio.wait([t])
    print("failed", t.exception())
    del t
    print("task gone")
    t = asyncio.create_task(job(5))
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled")
    print("after")
    del t
    async def holder():
        r = Res("holder")
        try:
            await job(2)
        except ValueError as e:
            print("holder caught")
            await asyncio.sleep(1)
            print("still handling")
        print("handled")
        await asyncio.sleep(1)
    await holder()
    print("end")


asyncio.run(main())
