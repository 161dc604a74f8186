# A waiter that is notified and then cancelled must not swallow the notification.
import asyncio


async def waiter(name, cond, woken):
    async with cond:
        await cond.wait()
        woken.append(name)


async def main():
    cond = asyncio.Condition()
    woken = []
    tasks = [asyncio.create_task(waiter(n, cond, woken)) for n in "abc"]
    await asyncio.sleep(0)
    async with cond:
        cond.notify(1)
    tasks[0].cancel()
    await asyncio.sleep(0.1)
    print("woken:", woken, "| done:", [t.done() for t in tasks])
    async with cond:
        cond.notify_all()
    await asyncio.wait(tasks)
    print("woken:", woken, "| cancelled:", [t.cancelled() for t in tasks])


asyncio.run(main())
