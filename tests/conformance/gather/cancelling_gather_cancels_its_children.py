# g.cancel() cancels the children; g ends, but not "cancelled", with the first child that does.
import asyncio


async def stubborn(name, cleanup):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(f"{name} cleans up for {cleanup}")
        await asyncio.sleep(cleanup)
        print(f"{name} is gone at {asyncio.get_running_loop().time()}")
        raise


async def main():
    g = asyncio.gather(stubborn("a", 1), stubborn("b", 0.5))
    await asyncio.sleep(1)
    print("cancel:", g.cancel(), "done:", g.done(), "cancelled:", g.cancelled())
    await asyncio.sleep(0)
    print("one pass later, done:", g.done())
    try:
        await g
    except asyncio.CancelledError as error:
        print("CancelledError", error.args, "at", asyncio.get_running_loop().time())
    print("done:", g.done(), "cancelled:", g.cancelled())
    print("cancel again:", g.cancel())
    await asyncio.sleep(1)


asyncio.run(main())
