"""A ten-line program: what starting costs."""
import asyncio

async def greet(name, delay):
    await asyncio.sleep(delay)
    print(f"hello {name}")

async def main():
    await asyncio.gather(greet("a", 0.0), greet("b", 0.0))

asyncio.run(main())
