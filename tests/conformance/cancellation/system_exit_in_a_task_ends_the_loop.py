# SystemExit and KeyboardInterrupt in a task leave run at once, past the other tasks.
import asyncio
import sys


async def other():
    try:
        await asyncio.sleep(10)
    finally:
        print("other is cleaned up")


async def quits():
    await asyncio.sleep(1)
    print("quitting")
    sys.exit(3)


async def main():
    tasks = [asyncio.create_task(other()), asyncio.create_task(quits())]
    try:
        await asyncio.sleep(5)
    except BaseException as error:
        print("main sees", repr(error))
        raise
    finally:
        print("main leaves at", asyncio.get_running_loop().time())


try:
    asyncio.run(main())
finally:
    print("run is over")
