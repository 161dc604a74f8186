# A task cancelled while it waits for a lock loses its place; the others keep theirs.
import asyncio


async def user(name, lock):
    try:
        async with lock:
            print(name, "in")
            await asyncio.sleep(1)
        print(name, "out")
    except asyncio.CancelledError:
        print(name, "gave up, lock is held by someone:", lock.locked())
        raise


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(user(n, lock), name=n) for n in "abcd"]
    await asyncio.sleep(0.5)
    tasks[1].cancel()
    await asyncio.sleep(0.6)
    # By now "c" owns the lock: cancelling it inside the body frees the lock for "d".
    tasks[2].cancel("enough")
    for t in tasks:
        try:
            await t
        except asyncio.CancelledError as e:
            print(t.get_name(), "was cancelled", e.args)
    print(f"{asyncio.get_running_loop().time():.1f}", lock.locked())


asyncio.run(main())
