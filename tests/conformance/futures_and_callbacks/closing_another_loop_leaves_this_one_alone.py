# A loop that was made inside of a running one and is closed there takes nothing of the running one with it.
import asyncio


async def ticker(name):
    for count in range(3):
        print(name, count)
        await asyncio.sleep(0.1)
    return name


async def main():
    tasks = [asyncio.create_task(ticker(name)) for name in "ab"]
    asyncio.get_running_loop().call_later(0.15, print, "callback of the running loop")
    await asyncio.sleep(0.05)
    other = asyncio.new_event_loop()
    other.close()
    print("closed:", other.is_closed(), "still running:", asyncio.get_running_loop().is_running())
    print(await asyncio.gather(*tasks))


asyncio.run(main())
