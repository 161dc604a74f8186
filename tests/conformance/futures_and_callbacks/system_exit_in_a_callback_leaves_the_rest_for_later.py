# SystemExit and KeyboardInterrupt leave run_forever at once; what was ready stays so.
import asyncio
loop = asyncio.new_event_loop()


def cb(n):
    print("cb", n)
    if n == 2:
        raise SystemExit(f"code {n}")


for n in range(4):
    loop.call_soon(cb, n)
try:
    loop.run_forever()
except SystemExit as e:
    print("exit", e.code)
print("resume")
loop.call_soon(loop.stop)
loop.run_forever()


def kb():
    raise KeyboardInterrupt


loop.call_later(1, kb)
try:
    loop.run_until_complete(asyncio.sleep(3))
except KeyboardInterrupt:
    print("kb at", loop.time())
loop.run_until_complete(asyncio.sleep(1))
print(loop.time())
loop.close()
