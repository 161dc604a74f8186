# Waiters of a future go on in the order in which they came, one pass after it is set.
import asyncio


async def waiter(name, future):
    print(name, "waits")
    value = await future
    print(name, "got", value, "at", asyncio.get_running_loop().time())
    return name


async def set_after(future, delay, value):
    await asyncio.sleep(delay)
    print("setting", value)
    future.set_result(value)
    print("set; the waiters come later")
    await asyncio.sleep(0)
    print("setter again")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [loop.create_task(waiter(f"w{i}", future)) for i in range(3)]
    tasks.append(loop.create_task(set_after(future, 1, "... world")))
    print("hello ...")
    await asyncio.sleep(1.5)
    print(await asyncio.gather(*tasks, waiter("late", future)))


asyncio.run(main())
