# signal.raise_signal calls the handler at once, or lets the loop call the one that was added to it.
import asyncio
import signal


def handler(number, frame):
    print("handler", signal.Signals(number).name)


signal.signal(signal.SIGUSR1, handler)
signal.raise_signal(signal.SIGUSR1)
print(signal.getsignal(signal.SIGUSR1) is handler, signal.getsignal(signal.SIGUSR2))
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt as e:
    print("interrupted", repr(e))
for wrong in (lambda: signal.signal(99, handler), lambda: signal.signal(signal.SIGUSR1, "x"), lambda: signal.Signals(99)):
    try:
        print(wrong())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


async def main():
    loop = asyncio.get_running_loop()
    for wrong in (lambda: loop.add_signal_handler(999, print), lambda: loop.add_signal_handler("x", print), lambda: loop.remove_signal_handler(signal.SIGKILL)):
        try:
            print(wrong())
        except (TypeError, ValueError, RuntimeError) as e:
            print(type(e).__name__, e)
    loop.add_signal_handler(signal.SIGUSR2, print, "in the loop", 1)
    print(loop.remove_signal_handler(signal.SIGUSR2), loop.remove_signal_handler(signal.SIGUSR2))


asyncio.run(main())
