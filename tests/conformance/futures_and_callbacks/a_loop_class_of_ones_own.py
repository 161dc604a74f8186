# A subclass of the event loop has its own methods and attributes, and runs what it is given.
import asyncio


class CountingLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.made = []

    def create_task(self, coro, **options):
        task = super().create_task(coro, **options)
        self.made.append(coro.__name__)
        return task


async def work(name):
    await asyncio.sleep(0.1)
    print(name, "done")


async def main():
    loop = asyncio.get_running_loop()
    print(type(loop).__name__)
    await asyncio.gather(loop.create_task(work("a")), loop.create_task(work("b")))
    print(loop.made[-2:])


loop = CountingLoop()
print(isinstance(loop, asyncio.AbstractEventLoop), loop.made)
loop.run_until_complete(main())
loop.close()
print(loop.is_closed())
