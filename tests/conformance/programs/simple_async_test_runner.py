# A test runner: discovers coroutines by name, set-up and tear-down, timeouts, and a summary of failures.
import asyncio
import inspect
import time


class TestCase:
    timeout = 2.0

    async def set_up(self): ...

    async def tear_down(self): ...

    def expect(self, actual, expected):
        assert actual == expected, f"expected {expected!r}, got {actual!r}"


class QueueTests(TestCase):
    async def set_up(self):
        self.queue = asyncio.Queue(1)

    async def tear_down(self):
        self.queue.shutdown(immediate=True)

    async def test_order(self):
        await self.queue.put(1)
        self.expect(await self.queue.get(), 1)

    async def test_wrong_expectation(self):
        await asyncio.sleep(0.5)
        self.expect(self.queue.qsize(), 1)

    async def test_hangs(self):
        await self.queue.get()

    async def test_raises(self):
        {"a": 1}["b"]

    def test_plain_function(self):
        self.expect(self.queue.empty(), True)

    async def helper(self):
        raise RuntimeError("not a test")


async def run_case(cls):
    outcomes = {}
    for name, function in inspect.getmembers(cls, inspect.isfunction):
        if not name.startswith("test_"):
            continue
        case = cls()
        start = time.monotonic()
        await case.set_up()
        try:
            async with asyncio.timeout(cls.timeout):
                result = getattr(case, name)()
                if inspect.isawaitable(result):
                    await result
        except TimeoutError:
            outcomes[name] = "timeout"
        except AssertionError as e:
            outcomes[name] = f"FAILED: {e}"
        except Exception as e:
            outcomes[name] = f"ERROR: {type(e).__name__}: {e} (line {e.__traceback__.tb_next.tb_lineno})"
        else:
            outcomes[name] = "ok"
        finally:
            await case.tear_down()
        print(f"{name:.<28}{outcomes[name]} [{time.monotonic() - start:.1f}s]")
    return outcomes


outcomes = asyncio.run(run_case(QueueTests))
failed = [n for n, o in outcomes.items() if o != "ok"]
print(f"{len(outcomes)} run, {len(failed)} failed: {', '.join(sorted(failed))}")
raise SystemExit(1 if failed else 0)
