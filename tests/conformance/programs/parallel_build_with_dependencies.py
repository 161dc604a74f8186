# A build system: each target waits for its dependencies' tasks; a failure stops what depends on it.
import asyncio

TARGETS = {
    "app": (1.0, ["ui", "core"]),
    "ui": (2.0, ["icons", "core"]),
    "core": (3.0, ["parser"]),
    "parser": (1.5, []),
    "icons": (0.5, []),
    "docs": (1.0, ["core", "fonts"]),
    "fonts": (0.2, []),
    "release": (0.1, ["app", "docs"]),
}
BROKEN = {"fonts"}


class BuildError(Exception):
    pass


class Builder:
    def __init__(self, jobs):
        self.slots = asyncio.Semaphore(jobs)
        self.tasks = {}

    def need(self, target):
        if target not in self.tasks:
            self.tasks[target] = asyncio.create_task(self._build(target), name=target)
        return self.tasks[target]

    async def _build(self, target):
        seconds, dependencies = TARGETS[target]
        tasks = [self.need(d) for d in dependencies]
        results = await asyncio.gather(*tasks, return_exceptions=True)
        failed = [t.get_name() for t, r in zip(tasks, results) if isinstance(r, BuildError)]
        if failed:
            raise BuildError(f"{target}: needs {', '.join(failed)}")
        async with self.slots:
            start = asyncio.get_running_loop().time()
            await asyncio.sleep(seconds)
            if target in BROKEN:
                raise BuildError(f"{target}: compiler says no")
            print(f"{start:4.1f} - {start + seconds:4.1f} {target}")
        return target


async def main():
    for jobs in (1, 4):
        loop = asyncio.get_running_loop()
        begin = loop.time()
        builder = Builder(jobs)
        done, _ = await asyncio.wait([builder.need("release")])
        error = done.pop().exception()
        print(f"jobs={jobs}: {loop.time() - begin:.1f}s, {error}")
        built = [n for n, t in builder.tasks.items() if not t.exception()]
        print("  built:", *built)


asyncio.run(main())
