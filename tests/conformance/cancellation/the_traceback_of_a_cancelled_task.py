# The traceback of a cancellation, deep in awaits; print_stack of a cancelled task.
import asyncio, traceback


async def deep(n):
    if n == 0:
        await asyncio.sleep(10)
    else:
        await deep(n - 1)


async def main():
    t = asyncio.create_task(deep(3))
    await asyncio.sleep(1)
    t.cancel("why")
    try:
        await t
    except asyncio.CancelledError:
        traceback.print_exc()
    t.print_stack()


asyncio.run(main())
