# A run for each call: every run has a loop of its own, and nothing lives in between.
import asyncio

counter = 0


async def background():
    global counter
    while True:
        counter += 1
        await asyncio.sleep(1)


async def start():
    asyncio.create_task(background())
    await asyncio.sleep(2.5)


async def look(label):
    await asyncio.sleep(2)
    print(label, counter, asyncio.get_running_loop().time(), len(asyncio.all_tasks()))


asyncio.run(start())
asyncio.run(look("after start:"))
lock = asyncio.Lock()


async def use_lock():
    async with lock:
        await asyncio.sleep(1)


async def contend():
    await asyncio.gather(use_lock(), use_lock())


asyncio.run(contend())
try:
    asyncio.run(contend())
except RuntimeError as error:
    print("RuntimeError:", str(error).split(" is ")[-1])
