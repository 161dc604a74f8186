# Attempts with a time limit each, growing pauses, and a limit for the whole.
import asyncio
import random


class Service:
    def __init__(self, latencies):
        self.latencies = iter(latencies)

    async def call(self):
        latency = next(self.latencies)
        print(f"{asyncio.get_running_loop().time():.2f}   call takes {latency:.2f}")
        await asyncio.sleep(latency)
        if latency < 0.1:
            raise ConnectionError("reset by peer")
        return "answer"


async def with_retries(service, attempts=4, limit=0.5):
    for attempt in range(attempts):
        try:
            return await asyncio.wait_for(service.call(), limit)
        except (TimeoutError, ConnectionError) as error:
            pause = 0.1 * 2**attempt + random.random() / 10
            print(f"attempt {attempt}: {type(error).__name__}, pause {pause:.3f}")
            await asyncio.sleep(pause)
    raise RuntimeError(f"gave up after {attempts} attempts")


async def main():
    random.seed(1)
    print(await with_retries(Service([0.9, 0.05, 0.3])))
    try:
        print(await with_retries(Service([1, 1, 1, 1])))
    except RuntimeError as error:
        print(error, "from", repr(error.__context__))
    try:
        async with asyncio.timeout(1.2):
            await with_retries(Service([1, 1, 1]))
    except TimeoutError:
        print(f"the whole took too long: {asyncio.get_running_loop().time():.2f}")


asyncio.run(main())
