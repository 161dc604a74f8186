# Queues: representations, refusals, shutdown, and cancellation of those who wait.
import asyncio


def without_addresses(value):
    head, *parts = str(value).split("0x")
    return head + "".join("0x" + part.lstrip("0123456789abcdef") for part in parts)


def show(*what):
    print(f"{asyncio.get_running_loop().time():.2f}", *map(without_addresses, what))


async def getter(queue, name):
    try:
        show(name, "got", await queue.get(), queue)
    except BaseException as error:
        show(name, type(error), error.args, queue)


async def putter(queue, item):
    try:
        show(item, "put", await queue.put(item), queue)
    except BaseException as error:
        show(item, type(error), error.args, queue)


async def joiner(queue, name):
    try:
        show(name, "joined", await queue.join(), queue)
    except BaseException as error:
        show(name, type(error), error.args, queue)


def refused(function, *args, **kwargs):
    try:
        show(function(*args, **kwargs))
    except Exception as error:
        show(type(error).__name__, error)


async def basics():
    queue = asyncio.Queue(2)
    show(queue, repr(queue), queue.maxsize, queue.empty(), queue.full(), queue.qsize())
    show(asyncio.Queue[int], asyncio.Queue(), asyncio.Queue(-1).full(), asyncio.Queue("x"))
    refused(queue.get_nowait)
    refused(queue.task_done)
    queue.put_nowait(1)
    queue.put_nowait(2)
    refused(queue.put_nowait, 3)
    refused(asyncio.Queue("x").put_nowait, 1)
    show(queue, queue.full())
    for kind in asyncio.LifoQueue, asyncio.PriorityQueue:
        queue = kind()
        for item in 3, 1, 2:
            queue.put_nowait(item)
        show(queue, [queue.get_nowait() for _ in range(3)], queue)
    queue = asyncio.PriorityQueue()
    queue.put_nowait("a")
    refused(queue.put_nowait, 1)
    show(issubclass(asyncio.QueueEmpty, Exception), asyncio.QueueShutDown.__mro__[:2])


async def cancelled_getters():
    for when in range(4):
        queue = asyncio.Queue()
        tasks = [asyncio.create_task(getter(queue, f"g{i}")) for i in range(3)]
        await asyncio.sleep(0)
        for step in range(4):
            if step == 1:
                queue.put_nowait("x")
            if step == when:
                tasks[0].cancel()
            show(when, step, queue)
            await asyncio.sleep(0)
        queue.put_nowait("y")
        show(queue.get_nowait() if not queue.empty() else "empty")
        queue.put_nowait("z")
        queue.put_nowait("zz")
        await asyncio.wait(tasks)
        show(when, queue)


async def cancelled_putters():
    for when in range(4):
        queue = asyncio.Queue(1)
        queue.put_nowait("0")
        tasks = [asyncio.create_task(putter(queue, f"p{i}")) for i in range(3)]
        await asyncio.sleep(0)
        for step in range(4):
            if step == 1:
                queue.get_nowait()
            if step == when:
                tasks[0].cancel()
            show(when, step, queue)
            await asyncio.sleep(0)
        for _ in range(3):
            if not queue.empty():
                queue.get_nowait()
            await asyncio.sleep(0)
        show(when, queue)
        await asyncio.wait(tasks)


async def joining():
    queue = asyncio.Queue()
    show("empty", await queue.join())
    queue.put_nowait(1)
    queue.put_nowait(2)
    tasks = [asyncio.create_task(joiner(queue, f"j{i}")) for i in range(3)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    queue.get_nowait()
    queue.get_nowait()
    queue.task_done()
    queue.task_done()
    queue.put_nowait(3)
    tasks[1].cancel()
    await asyncio.wait(tasks)
    show(queue)


async def shutdowns():
    for immediate in False, True:
        for items in 0, 1, 2:
            queue = asyncio.Queue(2)
            for item in range(items):
                queue.put_nowait(item)
            tasks = [asyncio.create_task(joiner(queue, "j"))]
            if items == 0:
                tasks += [asyncio.create_task(getter(queue, f"g{i}")) for i in range(2)]
            if items == 2:
                tasks += [asyncio.create_task(putter(queue, f"p{i}")) for i in range(2)]
            await asyncio.sleep(0)
            show(immediate, items, queue)
            queue.shutdown(immediate)
            queue.shutdown(immediate=immediate)
            show(queue)
            refused(queue.put_nowait, 9)
            await putter(queue, 10)
            await asyncio.sleep(0)
            await getter(queue, "late")
            await getter(queue, "later")
            refused(queue.get_nowait)
            while not tasks[0].done():
                queue.task_done()
                await asyncio.sleep(0)
            await asyncio.wait(tasks)
            show(queue)


class Unique(asyncio.Queue):
    def _init(self, maxsize):
        self.items = {}

    def _put(self, item):
        self.items[item] = True

    def _get(self):
        return self.items.popitem()[0]

    def qsize(self):
        return len(self.items)

    def empty(self):
        return not self.items


async def subclasses():
    queue = Unique(2)
    for item in 1, 1, 2:
        await queue.put(item)
    show(queue, queue.qsize(), queue.full(), await queue.get(), await queue.get(), queue)


async def main():
    await basics()
    await cancelled_getters()
    await cancelled_putters()
    await joining()
    await shutdowns()
    await subclasses()


asyncio.run(main())
