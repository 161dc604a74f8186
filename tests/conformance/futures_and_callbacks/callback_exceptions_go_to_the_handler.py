# An error in a callback does not stop the loop: it goes to the exception handler.
import asyncio


def fails(n):
    print("callback", n)
    return 1 / n


def handler(loop, context):
    print("handler:", sorted(context), "|", repr(context["exception"]))


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    loop.call_soon(fails, 0)
    loop.call_soon(fails, 1)
    loop.call_later(1, fails, 0)
    await asyncio.sleep(2)
    print("the loop is alive at", loop.time(), loop.get_exception_handler() is handler)
    loop.call_exception_handler({"message": "my own message", "exception": None, "extra": 1})
    loop.set_exception_handler(None)
    try:
        loop.set_exception_handler("not callable")
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
