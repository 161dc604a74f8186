# The repr of a queue shows its size, its items, its waiters and the unfinished count.
import asyncio


def show(q):
    text = repr(q)
    head, _, tail = text.partition(" at 0x")
    print(head, tail.partition(" ")[2])


async def main():
    q = asyncio.Queue(3)
    show(q)
    print(q)
    q.put_nowait("a")
    q.put_nowait(["b", 2])
    show(q)
    stack = asyncio.LifoQueue()
    stack.put_nowait(1.5)
    show(stack)
    show(asyncio.PriorityQueue(10))

    empty = asyncio.Queue()
    t = asyncio.create_task(empty.get())
    await asyncio.sleep(0)
    show(empty)
    empty.put_nowait("x")
    await t
    show(empty)
    empty.shutdown()
    show(empty)


asyncio.run(main())
