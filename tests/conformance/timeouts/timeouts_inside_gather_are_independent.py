# Each child has its own limit; late ones give a default.
import asyncio


async def sensor(name, delay):
    try:
        await asyncio.sleep(delay)
        return f"{name}={delay}"
    finally:
        print(f"{asyncio.get_running_loop().time():.1f} {name} leaves")


async def or_default(coroutine, timeout, default=None):
    try:
        return await asyncio.wait_for(coroutine, timeout)
    except TimeoutError:
        return default


async def main():
    delays = {"t1": 0.3, "t2": 1.7, "t3": 0.9, "t4": 1.0}
    values = await asyncio.gather(
        *(or_default(sensor(n, d), 1.0, f"{n}=?") for n, d in delays.items())
    )
    print(values, asyncio.get_running_loop().time())
    results = await asyncio.gather(
        *(asyncio.wait_for(sensor(n, d), 0.5) for n, d in delays.items()), return_exceptions=True
    )
    print(results)


asyncio.run(main())
