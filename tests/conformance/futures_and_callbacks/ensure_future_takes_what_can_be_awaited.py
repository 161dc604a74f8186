# ensure_future: a task for a coroutine or awaitable, the same object for a future.
import asyncio


class Answer:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return 42


async def coroutine():
    return "coroutine"


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(coroutine())
    print(type(task).__name__, asyncio.ensure_future(task) is task)
    future = loop.create_future()
    print(asyncio.ensure_future(future) is future)
    answer = asyncio.ensure_future(Answer())
    print(type(answer).__name__, isinstance(answer, asyncio.Future))
    future.set_result("future")
    print(await asyncio.gather(task, future, answer), loop.time())
    try:
        asyncio.ensure_future([1, 2])
    except TypeError as error:
        print("TypeError:", error)
    try:
        asyncio.create_task(Answer())
    except TypeError as error:
        print("TypeError:", type(error).__name__)


asyncio.run(main())
