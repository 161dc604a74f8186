# Requests go around the healthy servers in turn; one server fails for a while and is taken out.
import asyncio
import itertools
from collections import Counter


class Server:
    def __init__(self, name, latency, down=()):
        self.name, self.latency, self.down = name, latency, range(*down) if down else ()
        self.handled = 0

    def healthy(self):
        return int(asyncio.get_running_loop().time()) not in self.down

    async def handle(self, request):
        await asyncio.sleep(self.latency)
        if not self.healthy():
            raise ConnectionResetError(f"{self.name} dropped {request}")
        self.handled += 1
        return f"{request}@{self.name}"


class Balancer:
    def __init__(self, servers, check_every):
        self.servers, self.check_every = servers, check_every
        self.healthy = list(servers)
        self.turn = itertools.count()

    async def check(self):
        while True:
            before = [s.name for s in self.healthy]
            self.healthy = [s for s in self.servers if s.healthy()]
            after = [s.name for s in self.healthy]
            if before != after:
                print(f"{asyncio.get_running_loop().time():4.1f} healthy: {after}")
            await asyncio.sleep(self.check_every)

    async def send(self, request):
        for attempt in range(3):
            server = self.healthy[next(self.turn) % len(self.healthy)]
            try:
                return await server.handle(request)
            except ConnectionError as e:
                print(f"{asyncio.get_running_loop().time():4.1f} {e}, attempt {attempt + 1}")
        return f"{request}@nowhere"


async def main():
    servers = [Server("red", 0.3), Server("green", 0.5, down=(2, 4)), Server("blue", 0.4)]
    balancer = Balancer(servers, check_every=1.5)
    checker = asyncio.create_task(balancer.check())
    requests = []
    for n in range(16):
        requests.append(asyncio.create_task(balancer.send(f"r{n}")))
        await asyncio.sleep(0.35)
    answers = await asyncio.gather(*requests)
    checker.cancel()
    print(" ".join(answers))
    print(Counter(a.split("@")[1] for a in answers).most_common(), [s.handled for s in servers])


asyncio.run(main())
