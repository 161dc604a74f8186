# tail -f without files: followers read a growing list of lines from different offsets, with grep and head.
import asyncio
from contextlib import aclosing


class Log:
    def __init__(self):
        self.lines, self._grown, self.closed = [], asyncio.Event(), False

    def write(self, line):
        self.lines.append(line)
        self._wake()

    def close(self):
        self.closed = True
        self._wake()

    def _wake(self):
        self._grown.set()
        self._grown = asyncio.Event()

    async def follow(self, start=0):
        position = start
        try:
            while True:
                while position < len(self.lines):
                    yield position, self.lines[position]
                    position += 1
                if self.closed:
                    return
                await self._grown.wait()
        finally:
            print(f"  (follower from {start} stops at {position})")


async def grep(pattern, stream):
    async for n, line in stream:
        if pattern in line:
            yield n, line


async def writer(log):
    for i in range(8):
        await asyncio.sleep(0.5)
        log.write(f"{'ERROR' if i % 3 == 2 else 'INFO'} event {i}")
    await asyncio.sleep(1)
    log.close()


async def everything(log):
    count = 0
    async for _ in log.follow():
        count += 1
    return count


async def first_errors(log, limit):
    found = []
    async with aclosing(log.follow()) as lines:
        async for n, line in grep("ERROR", lines):
            found.append(f"{n}: {line} @{asyncio.get_running_loop().time()}")
            if len(found) == limit:
                break
    return found


async def late_reader(log):
    await asyncio.sleep(2.2)
    return [line async for _, line in log.follow(start=len(log.lines) - 1)]


async def main():
    log = Log()
    _, count, errors, late = await asyncio.gather(writer(log), everything(log), first_errors(log, 2), late_reader(log))
    print(count, errors, late, sep="\n")


asyncio.run(main())
