# Everybody waits, nobody works: the program would hang for ever.
import asyncio


async def patient(name, event):
    print(name, "waits")
    await event.wait()
    print(name, "never gets here")


async def main():
    event = asyncio.Event()
    future = asyncio.get_running_loop().create_future()
    waiters = [asyncio.create_task(patient(n, event)) for n in ("one", "two")]
    await asyncio.sleep(3)
    print("main waits for a future that nobody has")
    await asyncio.gather(*waiters, future)


asyncio.run(main())
