# Without a handler of one's own, asyncio logs the message, the context and the traceback.
import asyncio


def broken_callback(price, currency):
    return round(price / 0, 2)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "just a message", "number": 7, "who": "main"})
    await asyncio.sleep(1)

    future = loop.create_future()
    future.add_done_callback(lambda f: int("NaN"))
    future.set_result(None)
    await asyncio.sleep(1)
    try:
        raise LookupError("given along")
    except LookupError as error:
        loop.call_exception_handler({"message": "with an exception", "exception": error})

    def broken_handler(loop, context):
        raise RuntimeError("the handler is broken, too")

    loop.set_exception_handler(broken_handler)
    loop.call_exception_handler({"message": "to the broken handler"})
    print("end at", loop.time())


asyncio.run(main())
