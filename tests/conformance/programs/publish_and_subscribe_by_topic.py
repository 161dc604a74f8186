# A message broker: topics with wildcards, slow subscribers whose queues drop the oldest message.
import asyncio
from collections import defaultdict
from contextlib import contextmanager


class Broker:
    def __init__(self):
        self.subscribers = defaultdict(list)
        self.dropped = 0

    @contextmanager
    def subscribe(self, pattern, maxsize=0):
        queue = asyncio.Queue(maxsize)
        self.subscribers[pattern].append(queue)
        try:
            yield queue
        finally:
            self.subscribers[pattern].remove(queue)
            if not self.subscribers[pattern]:
                del self.subscribers[pattern]

    @staticmethod
    def matches(pattern, topic):
        return all(p in ("*", t) for p, t in zip(pattern.split("."), topic.split(".")))

    def publish(self, topic, message):
        reached = 0
        for pattern, queues in list(self.subscribers.items()):
            if not self.matches(pattern, topic):
                continue
            for queue in queues:
                if queue.full():
                    queue.get_nowait()
                    self.dropped += 1
                queue.put_nowait((topic, message))
                reached += 1
        return reached


async def subscriber(broker, name, pattern, pace, count, maxsize=0):
    with broker.subscribe(pattern, maxsize) as queue:
        for _ in range(count):
            topic, message = await queue.get()
            print(f"{asyncio.get_running_loop().time():.1f} {name} <- {topic}: {message}")
            await asyncio.sleep(pace)
    return name


async def main():
    broker = Broker()
    tasks = [
        asyncio.create_task(subscriber(broker, "weather", "weather.*", 0, 2)),
        asyncio.create_task(subscriber(broker, "all", "*.*", 0.1, 5)),
        asyncio.create_task(subscriber(broker, "slow", "sport.ski", 1.0, 2, maxsize=1)),
    ]
    await asyncio.sleep(0)
    for topic, message in [("weather.rain", "wet"), ("sport.ski", "first"), ("sport.ski", "second"), ("sport.ski", "third"), ("weather.sun", "dry"), ("music.jazz", "blue")]:
        print("published to", broker.publish(topic, message))
        await asyncio.sleep(0.2)
    print(await asyncio.gather(*tasks), "dropped:", broker.dropped, dict(broker.subscribers))


asyncio.run(main())
