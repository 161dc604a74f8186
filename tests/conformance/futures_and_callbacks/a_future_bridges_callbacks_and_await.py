# Wrapping an API with callbacks into a coroutine by means of a future.
import asyncio


class Thermometer:
    """Calls back with a value, or with an error, after a while."""

    def __init__(self, loop):
        self.loop = loop
        self.readings = iter([21.5, 22.0, None, 19.75])

    def read(self, on_value, on_error):
        value = next(self.readings)
        if value is None:
            self.loop.call_later(0.2, on_error, OSError("sensor unplugged"))
        else:
            self.loop.call_later(value / 100, on_value, value)


async def read(thermometer):
    future = asyncio.get_running_loop().create_future()
    thermometer.read(future.set_result, future.set_exception)
    return await future


async def main():
    loop = asyncio.get_running_loop()
    thermometer = Thermometer(loop)
    for _ in range(5):
        try:
            print(f"{await read(thermometer):.2f} degrees at {loop.time():.3f}")
        except OSError as error:
            print("error:", error)
        except RuntimeError as error:
            print("RuntimeError:", error, "|", repr(error.__cause__))


asyncio.run(main())
