# A consumer forgets task_done for one kind of item: join() waits for ever, nothing is left to run.
import asyncio
from dataclasses import dataclass


@dataclass
class Picture:
    name: str
    corrupt: bool = False


async def resize(name: str, queue: asyncio.Queue) -> None:
    while True:
        picture = await queue.get()
        if picture.corrupt:
            print(f"{name} skips {picture.name}")
            continue  # the mistake: no task_done() on this path
        await asyncio.sleep(0.4)
        print(f"{asyncio.get_running_loop().time():.1f} {name} resized {picture.name}")
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for i in range(5):
        queue.put_nowait(Picture(f"img{i}.png", corrupt=i == 3))
    async with asyncio.TaskGroup() as tg:
        workers = [tg.create_task(resize(f"w{n}", queue)) for n in range(2)]
        await queue.join()
        print("never printed")
        for w in workers:
            w.cancel()


asyncio.run(main())
