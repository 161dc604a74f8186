# A generator that is running in one task refuses a second anext().
import asyncio


async def slow():
    for i in range(3):
        await asyncio.sleep(1)
        yield i


async def main():
    gen = slow()
    first = asyncio.create_task(take(gen))
    await asyncio.sleep(0.5)
    try:
        await anext(gen)
    except RuntimeError as e:
        print("RuntimeError:", e)
    print("first got", await first)
    print("then", await take(gen))
    await gen.aclose()


async def take(gen):
    return await anext(gen)


asyncio.run(main())
