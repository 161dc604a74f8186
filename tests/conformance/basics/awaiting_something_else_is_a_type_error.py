# What await, create_task, gather and run say about things that can't be awaited.
import asyncio


def plain():
    return 42


async def attempt(label, function):
    try:
        await function()
    except TypeError as error:
        print(f"{label}: {error}")


async def main():
    async def await_int():
        await 42

    async def await_none():
        await plain

    async def await_result():
        await plain()

    async def task_of_int():
        asyncio.create_task(42)

    async def gather_ints():
        await asyncio.gather(1, 2)

    async def await_generator():
        await (x for x in range(3))

    async def iterate_list():
        async for x in [1, 2, 3]:
            print(x)

    for function in (await_int, await_none, await_result, task_of_int, gather_ints,
                     await_generator, iterate_list):
        await attempt(function.__name__, function)


asyncio.run(main())
