# abort() makes waiters and later comers fail with BrokenBarrierError; reset() repairs it.
import asyncio


async def party(name, barrier):
    try:
        await barrier.wait()
        return f"{name} passed"
    except asyncio.BrokenBarrierError as e:
        return f"{name} failed: {type(e).__name__}({e})"


async def main():
    barrier = asyncio.Barrier(3)
    a = asyncio.create_task(party("a", barrier))
    b = asyncio.create_task(party("b", barrier))
    await asyncio.sleep(1)
    await barrier.abort()
    print(await a, "|", await b)
    print(await party("c", barrier), "| broken:", barrier.broken)
    await barrier.reset()
    print("after reset broken:", barrier.broken)

    d = asyncio.create_task(party("d", barrier))
    await asyncio.sleep(1)
    await barrier.reset()
    print(await d, "| broken:", barrier.broken)
    print(await asyncio.gather(*(party(n, barrier) for n in "efg")))
    print(issubclass(asyncio.BrokenBarrierError, RuntimeError))


asyncio.run(main())
