# Recursion of coroutines: the whole chain waits, and goes on, in one task.
import asyncio


async def countdown(n):
    if n == 0:
        await asyncio.sleep(1)
        print("deepest at", asyncio.get_running_loop().time())
        return 0
    return 1 + await countdown(n - 1)


async def fib(n):
    if n < 2:
        await asyncio.sleep(0.01)
        return n
    a, b = await asyncio.gather(fib(n - 1), fib(n - 2))
    return a + b


async def walk(tree, depth=0):
    for name, children in tree.items():
        await asyncio.sleep(0.1)
        print("  " * depth + name)
        await walk(children, depth + 1)


async def main():
    print(await countdown(50))
    print("fib", await fib(8), f"{asyncio.get_running_loop().time():.2f}")
    await walk({"root": {"left": {"leaf": {}}, "right": {}}, "other": {}})
    print(f"{asyncio.get_running_loop().time():.2f}")


asyncio.run(main())
