# The waiter of a shield is gone, then the inner task fails: in 3.13 nobody is told.
import asyncio


async def fails():
    await asyncio.sleep(2)
    raise ValueError("inner failed")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(
        lambda loop, context: print("handler:", context["message"], repr(context["exception"]))
    )
    inner = asyncio.create_task(fails())
    outer = asyncio.shield(inner)
    await asyncio.sleep(1)
    print("cancel outer:", outer.cancel(), outer.cancelled(), inner.done())
    await asyncio.sleep(2)
    print("inner:", repr(inner.exception()))

    inner = asyncio.create_task(fails())
    try:
        await asyncio.shield(inner)
    except ValueError as error:
        print("waited for:", error)


asyncio.run(main())
