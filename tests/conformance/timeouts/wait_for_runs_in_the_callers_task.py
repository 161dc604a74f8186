# Since 3.12 wait_for makes no task of its own for a coroutine.
import asyncio
import contextvars

place = contextvars.ContextVar("place", default="outside")


async def who():
    place.set("inside")
    await asyncio.sleep(0)
    return asyncio.current_task().get_name()


async def main():
    asyncio.current_task().set_name("main")
    print("wait_for:", await asyncio.wait_for(who(), 1), place.get())
    place.set("outside")
    async with asyncio.timeout(1):
        print("timeout:", await who(), place.get())
    place.set("outside")
    print("zero:", await asyncio.wait_for(who(), None), place.get())
    place.set("outside")
    print("shield:", (await asyncio.shield(who())) != "main", place.get())
    print("gather:", (await asyncio.gather(who()))[0] != "main", place.get())
    print("tasks:", len(asyncio.all_tasks()))


asyncio.run(main())
