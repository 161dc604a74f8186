# athrow() raises at the yield; the generator may handle it and go on, or let it pass.
import asyncio


async def stubborn():
    for i in range(5):
        try:
            yield i
        except ValueError as e:
            await asyncio.sleep(0.1)
            print("  inside:", e)
            yield f"handled {e}"
        finally:
            print("  leaving", i)


async def main():
    gen = stubborn()
    print(await gen.__anext__())
    print(await gen.athrow(ValueError("oops")))
    print(await gen.__anext__())
    try:
        await gen.athrow(KeyError("not handled"))
    except KeyError as e:
        print("came back:", e)
    try:
        await gen.__anext__()
    except StopAsyncIteration:
        print("exhausted")

    fresh = stubborn()
    try:
        await fresh.athrow(RuntimeError("before the start"))
    except RuntimeError as e:
        print(e)
    print([x async for x in fresh])


asyncio.run(main())
