# Equal arguments are one task; its result stands at both places.
import asyncio


async def roll(name):
    print("rolling", name)
    await asyncio.sleep(0.5)
    return [name]


async def main():
    coroutine = roll("same")
    results = await asyncio.gather(coroutine, roll("other"), coroutine)
    print(results, results[0] is results[2])

    task = asyncio.create_task(roll("task"))
    results = await asyncio.gather(task, task, task)
    print(results, results[0] is results[1])

    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(1, future.set_result, "future")
    print(await asyncio.gather(future, roll("last"), future))


asyncio.run(main())
