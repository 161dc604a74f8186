# A race between mirrors: the fastest answer counts, the others are cancelled and awaited.
import asyncio


async def mirror(name, delay, ok=True):
    try:
        await asyncio.sleep(delay)
        if not ok:
            raise ConnectionError(f"{name} is down")
        return f"data from {name}"
    except asyncio.CancelledError:
        print(f"{name} gives up at {asyncio.get_running_loop().time()}")
        raise


async def fastest(*coroutines):
    pending = [asyncio.create_task(c) for c in coroutines]
    errors = []
    try:
        while pending:
            done, rest = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            pending = [t for t in pending if t in rest]
            for task in done:
                if error := task.exception():
                    errors.append(error)
                else:
                    return task.result()
        raise ExceptionGroup("no mirror answered", errors)
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


async def main():
    print(await fastest(mirror("de", 0.8), mirror("fr", 0.3), mirror("us", 2)))
    print(await fastest(mirror("de", 0.8), mirror("fr", 0.3, ok=False), mirror("us", 2)))
    try:
        await fastest(mirror("a", 0.2, False), mirror("b", 0.1, False))
    except* ConnectionError as group:
        print(group.message, [str(e) for e in group.exceptions])
    print(asyncio.get_running_loop().time())


asyncio.run(main())
