# A watchdog: each sign of life moves the deadline; None switches it off.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    delays = [0.5, 0.9, 0.2, 1.5, 0.1]
    try:
        async with asyncio.timeout(None) as watchdog:
            print("when:", watchdog.when())
            for delay in delays:
                watchdog.reschedule(loop.time() + 1)
                await asyncio.sleep(delay)
                print(f"{loop.time():.1f} alive, deadline {watchdog.when():.1f}")
    except TimeoutError:
        print(f"{loop.time():.1f} no sign of life, deadline was {watchdog.when():.1f}")

    async with asyncio.timeout(1) as scope:
        await asyncio.sleep(0.5)
        scope.reschedule(None)
        await asyncio.sleep(10)
    print(f"{loop.time():.1f}", scope.when(), scope.expired())
    try:
        scope.reschedule(5)
    except RuntimeError as error:
        print("RuntimeError:", error)
    try:
        async with asyncio.timeout(10) as scope:
            scope.reschedule(loop.time() - 1)
            print("deadline in the past:", scope.expired())
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("TimeoutError", f"{loop.time():.1f}", scope)


asyncio.run(main())
