# What a task does under the hood: send(None), get a future, add a callback, send again.
import asyncio


class MyTask:
    """A task in a few lines, on the loop's public methods."""

    def __init__(self, coroutine, loop, name):
        self.coroutine, self.loop, self.name = coroutine, loop, name
        self.result = loop.create_future()
        loop.call_soon(self.step)

    def step(self, future=None):
        print(f"{self.loop.time()} {self.name} steps")
        try:
            if future is not None and future.exception():
                waiting_for = self.coroutine.throw(future.exception())
            else:
                waiting_for = self.coroutine.send(None)
        except StopIteration as stop:
            self.result.set_result(stop.value)
        except Exception as error:
            self.result.set_exception(error)
        else:
            if waiting_for is None:
                self.loop.call_soon(self.step)
            else:
                waiting_for._asyncio_future_blocking = False
                waiting_for.add_done_callback(self.step)


async def program(seconds):
    await asyncio.sleep(0)
    print("slept:", await asyncio.sleep(seconds, f"{seconds} s"))
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError(seconds))
    try:
        await future
    except ValueError as error:
        print("caught", repr(error))
    return seconds * 2


async def main():
    loop = asyncio.get_running_loop()
    tasks = [MyTask(program(s), loop, f"task{s}") for s in (2, 1)]
    print([await t.result for t in tasks])


asyncio.run(main())
