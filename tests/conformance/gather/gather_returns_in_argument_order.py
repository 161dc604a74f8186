# Results come in the order of the arguments, whatever the order of completion.
import asyncio
import random


async def factorial(name, number):
    result = 1
    for i in range(2, number + 1):
        print(f"Task {name}: Compute factorial({number}), currently i={i}...")
        await asyncio.sleep(1)
        result *= i
    print(f"Task {name}: factorial({number}) = {result}")
    return result


async def delayed(i):
    delay = random.randint(1, 9) / 10
    await asyncio.sleep(delay)
    print(f"{asyncio.get_running_loop().time():.1f} done {i} after {delay}")
    return i


async def main():
    print(await asyncio.gather(factorial("A", 2), factorial("B", 3), factorial("C", 4)))
    random.seed(42)
    print(await asyncio.gather(*[delayed(i) for i in range(6)]))


asyncio.run(main())
