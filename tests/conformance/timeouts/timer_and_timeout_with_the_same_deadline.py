# sleep(1) in timeout(1): the timeout's timer is older, so it fires first.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(1)
        print("sleep won")
    except TimeoutError:
        print("timeout won at", loop.time())
    try:
        print(await asyncio.wait_for(asyncio.sleep(1, "sleep won"), 1))
    except TimeoutError:
        print("wait_for timed out at", loop.time())

    task = asyncio.create_task(asyncio.sleep(1, "task won"))
    await asyncio.sleep(0)
    try:
        print(await asyncio.wait_for(task, 1), loop.time())
    except TimeoutError:
        print("wait_for timed out, although the task's timer was older", task.cancelled())

    future = loop.create_future()
    loop.call_later(1, future.set_result, "future")
    try:
        print(await asyncio.wait_for(future, 1))
    except TimeoutError:
        print("timed out; the future had been set:", future)


asyncio.run(main())
