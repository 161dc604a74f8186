# Handles: cancel before the time, in the pass of the time, and too late.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    timer = loop.call_later(1, print, "never printed")
    print(type(timer).__name__, timer.when(), timer.cancelled())
    timer.cancel()
    print(timer.cancelled())
    timer.cancel()

    soon = loop.call_soon(print, "never printed either")
    soon.cancel()
    print(type(soon).__name__, soon.cancelled())

    # A timer cancelled by another one that is due at the same instant.
    second = None
    loop.call_later(2, lambda: (print("first cancels second"), second.cancel()))
    second = loop.call_later(2, print, "second")
    third = loop.call_later(2, print, "third runs")
    await asyncio.sleep(2)
    print("at", loop.time(), second.cancelled(), third.cancelled())
    third.cancel()
    print("cancelled after its run:", third.cancelled())

    # A debouncer: only the last of several calls gets through.
    pending = None
    for i in range(4):
        if pending:
            pending.cancel()
        pending = loop.call_later(0.3, print, "debounced", i)
        await asyncio.sleep(0.1)
    await asyncio.sleep(1)


asyncio.run(main())
