# Cancelling the outermost gather reaches every leaf, whatever the nesting.
import asyncio


async def leaf(name):
    try:
        await asyncio.sleep(9)
    finally:
        print("leaf", name, "ends")


async def main():
    inner = asyncio.gather(leaf("i1"), leaf("i2"))
    outer = asyncio.gather(inner, leaf("o1"), return_exceptions=True)
    await asyncio.sleep(1)
    outer.cancel("stop all")
    try:
        print("result", await outer)
    except asyncio.CancelledError as error:
        print("outer raised CancelledError", error.args)
    print("inner", inner.done(), inner.cancelled(), "outer", outer.cancelled())
    try:
        await inner
    except asyncio.CancelledError as error:
        print("inner raised CancelledError", error.args)


asyncio.run(main())
