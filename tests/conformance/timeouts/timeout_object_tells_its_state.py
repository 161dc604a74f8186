# Timeout objects can be entered once; what their methods say in each state.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    scope = asyncio.timeout(2)
    print(scope, scope.when(), scope.expired())
    try:
        scope.reschedule(1)
    except RuntimeError as error:
        print("RuntimeError:", error)
    async with scope:
        print(scope, scope.when())
        try:
            await scope.__aenter__()
        except RuntimeError as error:
            print("RuntimeError:", error)
    print(scope, scope.expired())
    try:
        async with scope:
            print("not reached")
    except RuntimeError as error:
        print("RuntimeError:", error)
    try:
        async with asyncio.timeout(0.5) as scope:
            try:
                await asyncio.sleep(1)
            finally:
                print(scope, scope.expired())
    except TimeoutError:
        print(scope, scope.expired(), loop.time())
    try:
        async with asyncio.timeout("soon"):
            pass
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
