# Lambdas in a loop share the loop's variable: all see its last value.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for i in range(3):
        loop.call_later(i, lambda: print("wrong:", i))
    for i in range(3):
        loop.call_later(i, lambda i=i: print("right:", i))
    for i in range(3):
        loop.call_later(i, print, "simplest:", i)
    await asyncio.sleep(3)

    async def job():
        await asyncio.sleep(0.1)
        return name

    tasks = []
    for name in ("a", "b", "c"):
        tasks.append(asyncio.create_task(job()))
    print(await asyncio.gather(*tasks))


asyncio.run(main())
