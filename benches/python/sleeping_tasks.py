"""Tasks that all sleep at once, as many as the last line says: what a sleeping task takes in memory."""

import asyncio


async def sleeper():
    await asyncio.sleep(1)


async def main():
    tasks = [asyncio.create_task(sleeper()) for _ in range(TASKS)]
    await asyncio.sleep(0.5)
    for _ in range(3_000_000):
        pass
    for task in tasks:
        task.cancel()


TASKS = 1_000
asyncio.run(main())
