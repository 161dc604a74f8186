# A child that is cancelled makes gather raise CancelledError; the others go on.
import asyncio


async def sleeper(name, delay):
    await asyncio.sleep(delay)
    print(f"{name} ends at {asyncio.get_running_loop().time()}")
    return name


async def main():
    a = asyncio.create_task(sleeper("a", 1))
    b = asyncio.create_task(sleeper("b", 2))
    loop = asyncio.get_running_loop()
    loop.call_later(0.5, a.cancel, "only a")
    try:
        await asyncio.gather(a, b)
    except asyncio.CancelledError as error:
        print("CancelledError", error.args, loop.time(), "main cancelled:",
              asyncio.current_task().cancelling())
    print(a.cancelled(), b.done())
    print(await b)

    a = asyncio.create_task(sleeper("a", 1))
    a.cancel()
    print(await asyncio.gather(a, sleeper("c", 1), return_exceptions=True))


asyncio.run(main())
