# main is cancelled by a callback and lets it through: asyncio.run raises CancelledError.
import asyncio


async def helper():
    await asyncio.sleep(10)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(1, asyncio.current_task().cancel, "time is up")
    try:
        await helper()
    finally:
        print("main cleans up at", loop.time())


try:
    asyncio.run(main())
except asyncio.CancelledError as error:
    print("run raised", repr(error))
asyncio.run(main())
