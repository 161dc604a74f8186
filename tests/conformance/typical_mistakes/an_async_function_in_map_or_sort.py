# map, filter, sorted and all call coroutine functions, but nobody awaits what they return.
import asyncio


async def is_even(n):
    await asyncio.sleep(0.01)
    return n % 2 == 0


async def square(n):
    await asyncio.sleep(0.01)
    return n * n


async def main():
    squares = list(map(square, [1, 2, 3]))
    print([type(s).__name__ for s in squares])
    print(await asyncio.gather(*squares))
    made = []

    def remember(n):
        made.append(is_even(n))
        return made[-1]

    print("filter keeps all:", list(filter(remember, range(4))))
    print("all of them are true:", all(map(remember, [1, 3])))
    try:
        sorted([2, 1], key=remember)
    except TypeError as error:
        print("TypeError:", error)
    for coroutine in made:
        coroutine.close()
    print("right:", [n for n in range(4) if await is_even(n)])


asyncio.run(main())
