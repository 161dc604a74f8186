# Closing a loop with pending tasks: "Task was destroyed but it is pending!".
import asyncio


async def endless():
    try:
        while True:
            await asyncio.sleep(1)
    finally:
        print("cleanup of endless")


async def main():
    task = asyncio.create_task(endless(), name="endless one")
    await asyncio.sleep(0.5)
    print("main ends, the task is pending:", not task.done())


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("loop closed")
