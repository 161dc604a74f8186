# A queue may be made before the loop runs; a second loop cannot wait on it any more.
import asyncio

queue = asyncio.Queue()


async def waits_for_an_item():
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait("item")
    return await getter


async def no_wait_needed():
    await queue.put("again")
    return await queue.get()


print(asyncio.run(waits_for_an_item()))
print(asyncio.run(no_wait_needed()))
try:
    asyncio.run(waits_for_an_item())
except RuntimeError as e:
    print(str(e)[-33:])
