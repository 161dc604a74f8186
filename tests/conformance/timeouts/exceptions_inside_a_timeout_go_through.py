# An error inside the block is that error, even if it comes out of the cleanup.
import asyncio


async def fails():
    await asyncio.sleep(0.5)
    raise ValueError("own error")


async def fails_in_cleanup():
    try:
        await asyncio.sleep(5)
    finally:
        raise KeyError("cleanup")


async def main():
    for function in (fails, fails_in_cleanup):
        for way in ("timeout", "wait_for"):
            try:
                if way == "timeout":
                    async with asyncio.timeout(1):
                        await function()
                else:
                    await asyncio.wait_for(function(), 1)
            except Exception as error:
                print(f"{function.__name__} in {way}: {error!r}")
                print("   context:", repr(error.__context__))
                print("   cancelling:", asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(1):
            raise asyncio.CancelledError("by hand")
    except asyncio.CancelledError as error:
        print("raised by hand:", error.args)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
