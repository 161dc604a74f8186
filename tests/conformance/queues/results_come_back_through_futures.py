# Requests in a queue carry a future each; the server sets the results out of order.
import asyncio
from typing import NamedTuple


class Request(NamedTuple):
    number: int
    reply: asyncio.Future


async def server(requests):
    running = set()

    async def handle(req):
        await asyncio.sleep(1 / req.number if req.number else 0)
        if req.number == 0:
            req.reply.set_exception(ZeroDivisionError("no reply for 0"))
        else:
            req.reply.set_result(req.number**2)

    while True:
        req = await requests.get()
        t = asyncio.create_task(handle(req))
        running.add(t)
        t.add_done_callback(running.discard)


async def ask(requests, n):
    reply = asyncio.get_running_loop().create_future()
    await requests.put(Request(n, reply))
    try:
        answer = await reply
    except ZeroDivisionError as e:
        answer = e
    print(f"{asyncio.get_running_loop().time():.2f} {n} -> {answer}")


async def main():
    requests = asyncio.Queue()
    s = asyncio.create_task(server(requests))
    await asyncio.gather(*(ask(requests, n) for n in (1, 2, 4, 0, 8)))
    s.cancel()


asyncio.run(main())
