# A task cancelled in the body of `async with` runs __aexit__, which may await.
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def resource(name):
    print("acquire", name)
    try:
        yield name
    except asyncio.CancelledError:
        print("cancelled in the body")
        raise
    finally:
        await asyncio.sleep(0.5)
        print("release", name, "at", asyncio.get_running_loop().time())


async def job():
    async with resource("db") as r:
        await asyncio.sleep(10)
        print("never", r)


async def main():
    t = asyncio.create_task(job())
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("job cancelled at", asyncio.get_running_loop().time())


asyncio.run(main())
