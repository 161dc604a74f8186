# A callback may block the loop itself: whatever else is due comes late.
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()

    def note(text):
        print(f"{loop.time() - start:.2f} {text}")

    loop.call_soon(time.sleep, 0.5)
    loop.call_soon(note, "after the callback that slept")
    loop.call_later(0.1, note, "this was due at 0.10")
    await asyncio.sleep(0.2)
    note("main was due at 0.20")
    loop.call_later(0.1, time.sleep, 1)
    await asyncio.to_thread(time.sleep, 0.2)
    note("the thread slept 0.20, the loop 1.00")
    await loop.run_in_executor(None, time.sleep, 0.3)
    note("nothing else slept")


asyncio.run(main())
