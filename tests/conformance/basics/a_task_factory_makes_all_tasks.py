# set_task_factory: create_task, gather and the loop's own create_task ask it.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    def factory(loop, coro, **kw):
        print("factory", coro.__name__, sorted(kw))
        return asyncio.Task(coro, loop=loop, **kw)
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    async def job():
        return 5
    print(await asyncio.create_task(job(), name="jobname"))
    t = loop.create_task(job())
    print(await t)
    print(await asyncio.gather(job(), job()))
    loop.set_task_factory(None)
    t = asyncio.create_task(job())
    t.set_name(17)
    print(t.get_name(), t.get_coro().__name__, t.get_loop() is loop)
    await t
    try:
        asyncio.create_task(3)
    except TypeError as e:
        print(e)


asyncio.run(main())
try:
    c = asyncio.sleep(0)
    asyncio.create_task(c)
except RuntimeError as e:
    print(e)
    c.close()
