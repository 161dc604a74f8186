# BoundedSemaphore raises ValueError on a surplus release, a Semaphore just grows.
import asyncio


async def main():
    plain = asyncio.Semaphore(1)
    bounded = asyncio.BoundedSemaphore(1)
    for sem in (plain, bounded):
        name = type(sem).__name__
        await sem.acquire()
        sem.release()
        try:
            sem.release()
            print(name, "took a second release")
        except ValueError as e:
            print(name, "refused:", e)

    await plain.acquire()
    print("plain locked after one acquire:", plain.locked())
    await bounded.acquire()
    print("bounded locked after one acquire:", bounded.locked())
    print(isinstance(bounded, asyncio.Semaphore))
    async with plain as value:
        print("as gives", value)


asyncio.run(main())
