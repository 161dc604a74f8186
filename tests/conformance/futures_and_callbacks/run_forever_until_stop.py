# run_forever ends with the pass in which stop() is called; what that pass queued waits for the next run.
import asyncio


def hello(name, count):
    print(f"{loop.time()} hello {name} {count}")
    if count == 0:
        loop.call_soon(print, "queued before the stop, runs in the next run")
        loop.stop()
        loop.call_soon(print, "queued behind the stop, runs in the next run")
        print("stop() is called, still running:", loop.is_running())
    else:
        loop.call_later(0.5, hello, name, count - 1)


loop = asyncio.new_event_loop()
loop.call_soon(hello, "world", 2)
loop.call_later(1.25, print, "timer behind the stop")
loop.run_forever()
print("stopped at", loop.time(), loop.is_running())
loop.stop()
loop.call_soon(print, "one pass only")
loop.call_soon(loop.call_soon, print, "not in this run")
loop.run_forever()
print("again at", loop.time())
loop.call_later(2, loop.stop)
loop.run_forever()
print("again at", loop.time())
loop.close()
