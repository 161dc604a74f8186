# The usual signal code of asyncio servers runs, though no signal ever comes.
import asyncio
import signal


def handler(signum, frame):
    print("never called", signum)


old = signal.signal(signal.SIGTERM, handler)
print(signal.getsignal(signal.SIGTERM) is handler, signal.SIGINT, signal.SIGINT.name, int(signal.SIGTERM), signal.Signals(2), old == signal.SIG_DFL)
signal.signal(signal.SIGTERM, signal.SIG_DFL)


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for sig in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sig, stop.set)
    loop.call_later(3, stop.set)
    print("running until told to stop")
    await stop.wait()
    print("stopped at", loop.time())
    print(loop.remove_signal_handler(signal.SIGINT), loop.remove_signal_handler(signal.SIGINT), loop.remove_signal_handler(signal.SIGTERM))


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
