# Futures are iterated over: in generators, by __await__ methods and by hand.
import asyncio
import types


@types.coroutine
def old_style(future):
    return (yield from future)


class Delegating:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        result = yield from self.future
        return result + 1


class Handing:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return self.future.__await__()


class Iterating(Handing):
    def __await__(self):
        return iter(self.future)


async def main():
    loop = asyncio.get_running_loop()
    for form in (old_style, Delegating, Handing, Iterating):
        future = loop.create_future()
        loop.call_later(0.1, future.set_result, 5)
        print(form.__name__, await form(future), round(loop.time(), 1))
        failing = loop.create_future()
        loop.call_soon(failing.set_exception, ValueError("no"))
        try:
            await form(failing)
        except ValueError as error:
            print("ValueError", error)

    future = loop.create_future()
    steps = iter(future)
    print(type(steps).__name__, iter(steps) is steps, next(steps) is future)
    try:
        next(steps)
    except RuntimeError as error:
        print("RuntimeError", error)
    future.set_result("done")
    try:
        steps.send(None)
    except StopIteration as stop:
        print("StopIteration", stop.value)
    try:
        future.__await__().throw(KeyError("thrown"))
    except KeyError as error:
        print("KeyError", error)


asyncio.run(main())
