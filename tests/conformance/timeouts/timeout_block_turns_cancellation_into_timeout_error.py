# async with asyncio.timeout: what is inside is cancelled, outside a TimeoutError arrives.
import asyncio


async def steps(n):
    for i in range(n):
        print(f"{asyncio.get_running_loop().time():.1f} step {i}")
        await asyncio.sleep(0.4)
    return n


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(2) as scope:
        print(await steps(3), scope.expired(), scope.when())
    try:
        async with asyncio.timeout(1) as scope:
            try:
                await steps(5)
            except asyncio.CancelledError as error:
                print("inside: CancelledError", error.args, asyncio.current_task().cancelling())
                raise
            finally:
                print("inside: finally", scope.expired())
    except TimeoutError as error:
        print("outside: TimeoutError", error.args, type(error.__cause__).__name__)
        print(scope.expired(), f"{loop.time():.1f}", asyncio.current_task().cancelling())


asyncio.run(main())
