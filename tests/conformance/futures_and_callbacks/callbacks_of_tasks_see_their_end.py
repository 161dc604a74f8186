# Tasks as futures: done callbacks for results, failures and cancellations.
import asyncio


def report(task):
    name = task.get_name()
    if task.cancelled():
        print(f"{name}: cancelled")
    elif error := task.exception():
        print(f"{name}: failed with {error!r}")
    else:
        print(f"{name}: {task.result()}")


async def job(n):
    await asyncio.sleep(n)
    return 10 // (n - 2)


async def main():
    tasks = []
    for n in (1, 2, 3, 4):
        task = asyncio.create_task(job(n), name=f"job-{n}")
        task.add_done_callback(report)
        tasks.append(task)
    await asyncio.sleep(3.5)
    tasks[3].cancel()
    print("cancel asked")
    await asyncio.sleep(0)
    print("one pass later")
    await asyncio.sleep(0)
    running = set()
    for n in (0, 1):
        task = asyncio.create_task(job(n))
        running.add(task)
        task.add_done_callback(running.discard)
    while running:
        print("still", len(running))
        await asyncio.sleep(0.5)
    print([t.done() for t in tasks])


asyncio.run(main())
