# A request/response protocol over two queues: message ids, out-of-order replies, timeouts, framing with json.
import asyncio
import itertools
import json


class Wire:
    def __init__(self, latency):
        self.latency = latency
        self.a_to_b, self.b_to_a = asyncio.Queue(), asyncio.Queue()

    def ends(self):
        return End(self.b_to_a, self.a_to_b, self.latency), End(self.a_to_b, self.b_to_a, self.latency)


class End:
    def __init__(self, incoming, outgoing, latency):
        self.incoming, self.outgoing, self.latency = incoming, outgoing, latency

    def send(self, message):
        data = json.dumps(message, separators=(",", ":")).encode()
        asyncio.get_running_loop().call_later(self.latency, self.outgoing.put_nowait, data)

    async def receive(self):
        return json.loads(await self.incoming.get())


class Client:
    def __init__(self, end):
        self.end, self.ids, self.pending = end, itertools.count(1), {}
        self.reader = asyncio.create_task(self._read())

    async def _read(self):
        while True:
            reply = await self.end.receive()
            future = self.pending.pop(reply["id"], None)
            if future is None or future.done():
                print("late reply dropped:", reply)
            elif "error" in reply:
                future.set_exception(RuntimeError(reply["error"]))
            else:
                future.set_result(reply["result"])

    async def call(self, method, *params, timeout=2.0):
        n = next(self.ids)
        self.pending[n] = asyncio.get_running_loop().create_future()
        self.end.send({"id": n, "method": method, "params": params})
        return await asyncio.wait_for(self.pending[n], timeout)


async def serve(end):
    async def handle(m):
        match m:
            case {"method": "add", "params": [a, b]}:
                reply = {"result": a + b}
            case {"method": "sleep", "params": [s]}:
                await asyncio.sleep(s)
                reply = {"result": f"slept {s}"}
            case {"method": name}:
                reply = {"error": f"no method {name}"}
        end.send({"id": m["id"]} | reply)

    async with asyncio.TaskGroup() as tg:
        while True:
            tg.create_task(handle(await end.receive()))


async def main():
    left, right = Wire(0.1).ends()
    server, client = asyncio.create_task(serve(right)), Client(left)
    calls = [client.call("sleep", 1), client.call("add", 2, 3), client.call("fly"), client.call("sleep", 5)]
    for result in await asyncio.gather(*calls, return_exceptions=True):
        print(f"{asyncio.get_running_loop().time():.1f}", repr(result))
    await asyncio.sleep(4)
    print("pending:", client.pending)
    server.cancel(), client.reader.cancel()
    print(await asyncio.gather(server, client.reader, return_exceptions=True))


asyncio.run(main())
