# A one-shot broadcast event written from scratch with a list of futures.
import asyncio


class Event:
    def __init__(self):
        self._waiters = []
        self._value = None
        self._is_set = False

    def __repr__(self):
        return f"<Event set={self._is_set} waiters={len(self._waiters)}>"

    def set(self, value=None):
        self._is_set, self._value = True, value
        for future in self._waiters:
            if not future.done():
                future.set_result(value)

    async def wait(self):
        if self._is_set:
            return self._value
        future = asyncio.get_running_loop().create_future()
        self._waiters.append(future)
        try:
            return await future
        finally:
            self._waiters.remove(future)


async def waiter(name, event, patience):
    try:
        value = await asyncio.wait_for(event.wait(), patience)
        print(f"{asyncio.get_running_loop().time()} {name} got {value}")
    except TimeoutError:
        print(f"{asyncio.get_running_loop().time()} {name} lost patience, {event}")


async def main():
    event = Event()
    async with asyncio.TaskGroup() as group:
        for name, patience in [("a", 5), ("b", 1), ("c", 3)]:
            group.create_task(waiter(name, event, patience))
        await asyncio.sleep(2)
        print(event)
        event.set("the news")
    print(event, await event.wait())


asyncio.run(main())
