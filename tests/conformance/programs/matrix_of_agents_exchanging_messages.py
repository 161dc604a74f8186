# Actors: each has a mailbox and reacts to messages; they build a ring and pass a token.
import asyncio


class Actor:
    registry = {}

    def __init__(self, name):
        self.name, self.mailbox = name, asyncio.Queue()
        Actor.registry[name] = self
        self.task = asyncio.create_task(self._loop(), name=f"actor {name}")

    async def _loop(self):
        while True:
            sender, message, *args = await self.mailbox.get()
            handler = getattr(self, f"on_{message}", self.unknown)
            if handler == self.unknown:
                args = [message, *args]
            if await handler(sender, *args) is StopIteration:
                return

    def tell(self, to, message, *args):
        Actor.registry[to].mailbox.put_nowait((self.name, message, *args))

    async def unknown(self, sender, message, *args):
        print(f"{self.name}: {sender} sent unknown {message!r} {args}")

    async def on_stop(self, sender):
        return StopIteration


class RingMember(Actor):
    def __init__(self, name, neighbour):
        super().__init__(name)
        self.neighbour, self.seen = neighbour, 0

    async def on_token(self, sender, hops):
        self.seen += 1
        await asyncio.sleep(0.1)
        if hops == 0:
            print(f"{asyncio.get_running_loop().time():.1f} the token ends at {self.name}")
            for name in list(Actor.registry):
                self.tell(name, "stop")
        else:
            self.tell(self.neighbour, "token", hops - 1)


class Counter(Actor):
    def __init__(self, name):
        super().__init__(name)
        self.value = 0

    async def on_add(self, sender, n):
        self.value += n

    async def on_report(self, sender):
        print(f"{self.name} counted {self.value} for {sender}")


async def main(n=4):
    ring = [RingMember(f"r{i}", f"r{(i + 1) % n}") for i in range(n)]
    counter = Counter("sum")
    for i, member in enumerate(ring):
        member.tell("sum", "add", i)
        member.tell("sum", "dance", "tango")
    ring[1].tell("sum", "report")
    ring[0].tell("r0", "token", 10)
    await asyncio.gather(*(a.task for a in Actor.registry.values()))
    print({m.name: m.seen for m in ring}, counter.value, counter.task.get_name(), counter.task.done())


asyncio.run(main())
