# Deadlines are whole nanoseconds: 10 x 0.1 s ties with 1.0 s, and the older timer wins.
import asyncio


async def short():
    for _ in range(10):
        await asyncio.sleep(0.1)
    print("ten short sleeps:", asyncio.get_running_loop().time())


async def long():
    await asyncio.sleep(1.0)
    print("one long sleep:", asyncio.get_running_loop().time())


async def thirds():
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.2)
    print("0.1 + 0.2 is 0.3 here:", asyncio.get_running_loop().time() == 0.3)


async def main():
    await asyncio.gather(short(), long(), thirds())
    await asyncio.gather(long(), short())


asyncio.run(main())
