# finally blocks with awaits take time; a second cancel interrupts them.
import asyncio


async def transaction(name):
    now = asyncio.get_running_loop().time
    try:
        print(f"{now()} {name}: begin")
        await asyncio.sleep(10)
    finally:
        print(f"{now()} {name}: rolling back")
        try:
            await asyncio.sleep(2)
            print(f"{now()} {name}: rolled back")
        except asyncio.CancelledError:
            print(f"{now()} {name}: roll back interrupted")
            raise


async def main():
    patient = asyncio.create_task(transaction("patient"))
    hurried = asyncio.create_task(transaction("hurried"))
    await asyncio.sleep(1)
    patient.cancel()
    hurried.cancel()
    await asyncio.sleep(1)
    hurried.cancel("again")
    print(await asyncio.gather(patient, hurried, return_exceptions=True))


asyncio.run(main())
