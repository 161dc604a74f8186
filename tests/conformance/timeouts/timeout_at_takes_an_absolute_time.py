# One deadline for many steps: timeout_at with a loop time.
import asyncio


async def step(name, delay):
    await asyncio.sleep(delay)
    print(f"{asyncio.get_running_loop().time():.2f} {name}")


async def main():
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 2
    for number, delay in enumerate([0.5, 0.75, 0.25, 1.0, 0.5]):
        try:
            async with asyncio.timeout_at(deadline) as scope:
                await step(f"step {number}", delay)
        except TimeoutError:
            print(f"{loop.time():.2f} step {number} is late, {scope.when()}")
    try:
        async with asyncio.timeout_at(loop.time()):
            print("a deadline that is now lets run what does not wait")
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("TimeoutError")
    async with asyncio.timeout_at(None) as scope:
        await step("unlimited", 100)
    print(scope.when())


asyncio.run(main())
