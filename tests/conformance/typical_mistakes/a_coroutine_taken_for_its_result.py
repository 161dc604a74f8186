# Without await one works with the coroutine object instead of its value.
import asyncio


async def is_valid(token):
    await asyncio.sleep(0.1)
    return token == "secret"


async def price():
    return 42


async def main():
    coroutine = is_valid("wrong")
    if coroutine:
        print("a coroutine object is always true: access granted!")
    print("the real answer:", await coroutine)
    for operation in (lambda c: c + 1, lambda c: c["total"], lambda c: len(c), lambda c: c.total,
                      lambda c: [x for x in c], lambda c: f"{c:.2f}", lambda c: c < 3, lambda c: c()):
        coroutine = price()
        try:
            operation(coroutine)
        except (TypeError, AttributeError) as error:
            print(f"{type(error).__name__}: {error}")
        finally:
            coroutine.close()


asyncio.run(main())
