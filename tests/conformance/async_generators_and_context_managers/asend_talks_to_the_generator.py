# asend() makes the value of the yield expression: a running average as a conversation.
import asyncio


async def averager():
    total, count, average = 0.0, 0, None
    while True:
        value = yield average
        await asyncio.sleep(0.1)
        if value is None:
            return
        total += value
        count += 1
        average = total / count


async def main():
    avg = averager()
    try:
        await avg.asend(3)
    except TypeError as e:
        print("TypeError:", e)
    print("first:", await avg.asend(None))
    for x in (10, 20, 60):
        print(x, "->", await avg.asend(x))
    try:
        await avg.asend(None)
    except StopAsyncIteration as e:
        print("over:", repr(e))
    try:
        await anext(avg)
    except StopAsyncIteration:
        print("still over;", await anext(avg, "default"))


asyncio.run(main())
