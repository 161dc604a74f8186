# contextlib.aclosing() runs the cleanup before the next statement, break or error.
import asyncio
from contextlib import aclosing


async def lines(source):
    print(f"open {source}")
    try:
        for i in range(3):
            await asyncio.sleep(0.5)
            yield f"{source}:{i}"
    finally:
        await asyncio.sleep(0.25)
        print(f"close {source} at {asyncio.get_running_loop().time()}")


async def main():
    async with aclosing(lines("a.txt")) as stream:
        async for line in stream:
            print(line)
            if line.endswith("1"):
                break
    print("after the first")
    try:
        async with aclosing(lines("b.txt")) as stream:
            async for line in stream:
                int(line)
    except ValueError as e:
        print("ValueError:", e)
    print("after the second")


asyncio.run(main())
