# Cancelling the consumer of as_completed leaves the producers running.
import asyncio


async def produce(n):
    try:
        await asyncio.sleep(n)
        print(f"{asyncio.get_running_loop().time()} produced {n}")
        return n
    except asyncio.CancelledError:
        print(f"{asyncio.get_running_loop().time()} producer {n} cancelled")
        raise


async def consume():
    total = 0
    try:
        for coroutine in asyncio.as_completed([produce(n) for n in (3, 1, 2, 9)]):
            total += await coroutine
            print("total", total)
    except asyncio.CancelledError:
        print("consumer cancelled with total", total)
        raise


async def main():
    consumer = asyncio.create_task(consume())
    await asyncio.sleep(1.5)
    consumer.cancel()
    await asyncio.wait([consumer])
    print("consumer done:", consumer.cancelled())
    await asyncio.sleep(2)
    print("main ends at", asyncio.get_running_loop().time())


asyncio.run(main())
