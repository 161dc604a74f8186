# as_completed: results in the order of completion, ties in the order of their end.
import asyncio


async def fetch(name, delay):
    await asyncio.sleep(delay)
    return name


async def main():
    loop = asyncio.get_running_loop()
    jobs = [fetch("slow", 0.9), fetch("fast", 0.1), fetch("medium", 0.5), fetch("tie", 0.5)]
    for next_done in asyncio.as_completed(jobs):
        name = await next_done
        print(f"{loop.time():.1f} {name}")

    tasks = [asyncio.create_task(fetch(n, n / 10)) for n in (3, 1, 2)]
    for number, coroutine in enumerate(asyncio.as_completed(tasks), start=1):
        print(number, type(coroutine).__name__, await coroutine)


asyncio.run(main())
