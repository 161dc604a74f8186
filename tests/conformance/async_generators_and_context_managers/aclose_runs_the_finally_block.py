# aclose() raises GeneratorExit at the yield and waits for the cleanup, even a slow one.
import asyncio


async def reader(name):
    try:
        for n in range(100):
            yield n
    except GeneratorExit:
        print(name, "GeneratorExit")
        raise
    finally:
        await asyncio.sleep(1)
        print(name, "closed at", asyncio.get_running_loop().time())


async def main():
    gen = reader("A")
    print(await anext(gen), await anext(gen))
    await gen.aclose()
    await gen.aclose()
    print([n async for n in gen])

    unstarted = reader("B")
    await unstarted.aclose()
    print("an unstarted generator has nothing to clean up")

    async def ignores():
        try:
            yield 1
        finally:
            yield 2

    bad = ignores()
    await anext(bad)
    try:
        await bad.aclose()
    except RuntimeError as e:
        print("RuntimeError:", e)


asyncio.run(main())
