# Functions, generators and coroutines that call themselves for ever all end at the same depth.
import asyncio

depth = 0


def function():
    global depth
    depth += 1
    function()


def generator():
    global depth
    depth += 1
    yield from generator()


async def coroutine():
    global depth
    depth += 1
    await coroutine()


def tried(run):
    global depth
    depth = 0
    try:
        run()
    except RecursionError as error:
        return str(error)


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


print(tried(function), depth > 900)
print(tried(lambda: next(generator())), depth > 900)


async def main():
    global depth
    depth = 0
    try:
        await coroutine()
    except RecursionError as error:
        print(error, depth > 900)
    print("the loop goes on")
    await asyncio.sleep(0.1)


asyncio.run(main())
for n in (900, 1100):
    print(n, tried(lambda: print(down(n))))
