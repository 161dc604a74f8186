# as_completed(timeout=...) raises TimeoutError for what is late; the tasks go on.
import asyncio


async def job(n):
    await asyncio.sleep(n)
    print(f"job {n} ends at {asyncio.get_running_loop().time()}")
    return n


async def main():
    loop = asyncio.get_running_loop()
    try:
        for coroutine in asyncio.as_completed([job(1), job(2), job(4)], timeout=3):
            print("got", await coroutine)
    except TimeoutError as error:
        print("TimeoutError", error.args, "at", loop.time())
    await asyncio.sleep(2)

    tasks = [asyncio.create_task(job(n)) for n in (1, 2)]
    try:
        async for task in asyncio.as_completed(tasks, timeout=1.5):
            print("async got", task.result())
    except TimeoutError:
        print("TimeoutError at", loop.time(), [t.done() for t in tasks])
    coroutines = list(asyncio.as_completed(tasks, timeout=0.1))
    for coroutine in coroutines:
        try:
            print("late", await coroutine)
        except TimeoutError:
            print("late timeout at", loop.time())


asyncio.run(main())
