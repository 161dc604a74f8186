# wait() and notify() need the lock; the messages say so.
import asyncio


async def main():
    cond = asyncio.Condition()
    attempts = {
        "wait": lambda: cond.wait(),
        "notify": lambda: cond.notify(),
        "notify_all": lambda: cond.notify_all(),
        "release": lambda: cond.release(),
    }
    for name, attempt in attempts.items():
        try:
            result = attempt()
            if asyncio.iscoroutine(result):
                await result
        except RuntimeError as e:
            print(f"{name}: {e}")
        else:
            print(f"{name}: fine")

    await cond.acquire()
    cond.notify(5)
    print("nobody waits, nothing happens:", cond.locked())
    cond.release()
    try:
        asyncio.Condition(lock="not a lock").locked()
    except AttributeError as e:
        print(e)


asyncio.run(main())
