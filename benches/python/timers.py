"""10,000 tasks that sleep ten times each, all alive at once.

The delays are so short that a loop on a real clock is never idle for long: what is measured is the timers' cost.
"""

import asyncio


async def sleeper(number):
    for turn in range(10):
        await asyncio.sleep((number * 7919 + turn * 104729) % 10_000 * 1e-7)


async def main():
    tasks = [asyncio.create_task(sleeper(number)) for number in range(10_000)]
    for task in tasks:
        await task


asyncio.run(main())
