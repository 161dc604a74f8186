# Timers run by deadline, not by the order in which they were set.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()

    def show(name):
        print(f"{loop.time() - start:.2f} {name}")

    loop.call_later(0.5, show, "later 0.5")
    loop.call_later(0.1, show, "later 0.1")
    loop.call_at(start + 0.3, show, "at 0.3")
    loop.call_later(0.3, show, "later 0.3")
    loop.call_later(0, show, "later 0")
    loop.call_later(-1, show, "later -1")
    loop.call_soon(show, "soon")

    def repeat(n):
        show(f"repeat {n}")
        if n:
            loop.call_later(0.25, repeat, n - 1)

    repeat(3)
    await asyncio.sleep(1)
    show("end")
    for wrong in (None, "soon"):
        try:
            loop.call_later(wrong, show, "never")
        except TypeError as error:
            print("TypeError:", error)


asyncio.run(main())
