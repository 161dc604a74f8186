import asyncio

async def nap(name, seconds):
    print(f"{name} begins")
    await asyncio.sleep(seconds)
    print(f"{name} ends")
    return name

async def main():
    names = await asyncio.gather(nap("long", 0.3), nap("short", 0.1), nap("middle", 0.2))
    print(names)

asyncio.run(main())
