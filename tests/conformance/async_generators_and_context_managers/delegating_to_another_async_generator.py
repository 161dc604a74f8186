# There is no `yield from` in async generators: a loop re-yields, and closing must be explicit.
import asyncio
from contextlib import aclosing


async def leaf(name, n):
    try:
        for i in range(n):
            yield f"{name}.{i}"
    finally:
        print(f"  leaf {name} closed")


async def tree():
    try:
        for name in "xyz":
            async with aclosing(leaf(name, 2)) as branch:
                async for item in branch:
                    yield item
    finally:
        print("  tree closed")


async def main():
    async with aclosing(tree()) as items:
        async for item in items:
            print(item)
            if item == "y.0":
                break
    print("done")


asyncio.run(main())
