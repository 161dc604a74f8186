"""Tests of the recorder: `python3.13 -m unittest test_recorder.py` in this folder."""

import virtual  # noqa: F401  (first, since it replaces the clock)

import pathlib
import tempfile
import textwrap
import unittest

import fuzz_programs
import record
from virtual.run import run


def recorded(source):
    return run("program.py", textwrap.dedent(source))


def lines(golden):
    return [(line["t"], line["text"]) for line in golden["output"]]


class Clock(unittest.TestCase):
    def test_sleeping_advances_every_clock(self):
        golden = recorded(
            """
            import asyncio, time, datetime
            async def main():
                await asyncio.sleep(1.5)
                time.sleep(86400)
                print(asyncio.get_running_loop().time(), time.monotonic(), time.time())
                print(datetime.datetime.now())
            asyncio.run(main())
            """
        )
        self.assertEqual(
            lines(golden),
            [(86401.5, "86401.5 86401.5 1735776001.5"), (86401.5, "2025-01-02 00:00:01.500000")],
        )
        self.assertEqual(golden["elapsed"], 86401.5)

    def test_equal_deadlines_fire_in_order_of_insertion(self):
        golden = recorded(
            """
            import asyncio
            async def main():
                loop = asyncio.get_running_loop()
                for i in range(40):
                    loop.call_later(0.1 + 0.2 if i % 2 else 0.3, print, i)
                await asyncio.sleep(1)
            asyncio.run(main())
            """
        )
        self.assertEqual(lines(golden), [(0.3, str(i)) for i in range(40)])

    def test_a_timer_is_not_run_a_nanosecond_early(self):
        golden = recorded(
            """
            import asyncio
            async def main():
                asyncio.get_running_loop().call_later(1.000000001, print, "late")
                await asyncio.sleep(1)
                await asyncio.sleep(0)
                print("early")
                await asyncio.sleep(1)
            asyncio.run(main())
            """
        )
        self.assertEqual(lines(golden), [(1.0, "early"), (1.000000001, "late")])

    def test_a_line_has_the_time_of_its_last_character(self):
        golden = recorded(
            """
            import time
            print("a", end=""); time.sleep(1); print("b"); print("c", end=""); time.sleep(1)
            """
        )
        self.assertEqual(lines(golden), [(1.0, "ab"), (1.0, "c")])


class Threads(unittest.TestCase):
    def test_threads_run_one_at_a_time_by_wake_up_time(self):
        golden = recorded(
            """
            import asyncio, time
            def work(name, seconds):
                print(name); time.sleep(seconds); print(name)
            async def main():
                await asyncio.gather(*(asyncio.to_thread(work, n, s) for n, s in [("a", 2), ("b", 1)]))
            asyncio.run(main())
            """
        )
        self.assertEqual(lines(golden), [(0.0, "a"), (0.0, "b"), (1.0, "b"), (2.0, "a")])

    def test_locks_between_threads_are_virtual(self):
        golden = recorded(
            """
            import threading, time
            lock = threading.Lock()
            def work(name):
                with lock:
                    time.sleep(1)
                    print(name)
            threads = [threading.Thread(target=work, args=(n,)) for n in "abc"]
            for t in threads: t.start()
            for t in threads: t.join()
            print(lock.acquire(timeout=1), lock.acquire(timeout=1))
            """
        )
        self.assertEqual(
            lines(golden), [(1.0, "a"), (2.0, "b"), (3.0, "c"), (4.0, "True False")]
        )


class Exit(unittest.TestCase):
    def exit_of(self, source):
        return recorded(source)["exit"]

    def test_the_end_of_a_program_is_told(self):
        self.assertEqual(self.exit_of("pass"), {"ok": True})
        failure = {"ok": False, "type": "ZeroDivisionError", "message": "division by zero", "line": 2}
        self.assertEqual(self.exit_of("def f():\n    1 / 0\nf()\n"), failure)
        exit = {"ok": False, "type": "SystemExit", "message": "3", "line": 1}
        self.assertEqual(self.exit_of("raise SystemExit(3)"), exit)
        self.assertTrue(self.exit_of("import sys; sys.exit()")["ok"])

    def test_a_deadlock_ends_the_run_at_its_time(self):
        golden = recorded(
            """
            import asyncio
            async def main():
                await asyncio.sleep(2)
                await asyncio.Event().wait()
            asyncio.run(main())
            """
        )
        self.assertEqual((golden["exit"], golden["elapsed"]), ({"ok": False, "type": "Deadlock"}, 2.0))

    def test_virtual_time_is_limited(self):
        golden = recorded("import time\ntime.sleep(1e7)\n")
        self.assertEqual((golden["exit"]["type"], golden["elapsed"]), ("Limit", 1e6))


class Rules(unittest.TestCase):
    def problem(self, text, *outputs):
        path = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()), "p.py")
        path.write_text(text)
        goldens = [{"output": [{"t": 0, "stream": "stdout", "text": o}]} for o in outputs]
        return record.find_problem(path, goldens[0], goldens[-1])

    def test_addresses_places_and_differences_are_refused(self):
        self.assertIsNone(self.problem("# ok\n", "fine"))
        self.assertIn("address", self.problem("# p\n", "<object at 0x7f1234567890>"))
        self.assertIn("library", self.problem("# p\n", "/usr/lib/python3.13/asyncio/events.py:89"))
        self.assertIn("first line", self.problem("import asyncio\n", "fine"))
        self.assertIn("differ", self.problem("# p\n", "one", "other"))
        self.assertIsNone(self.problem("# p\n# hash-order\n", "one", "other"))


class Fuzz(unittest.TestCase):
    def test_random_programs_are_valid_and_repeatable(self):
        for seed in range(40):
            source = fuzz_programs.program(seed)
            self.assertEqual(source, fuzz_programs.program(seed))
            exit = run("fuzz.py", source)["exit"]
            self.assertIn(exit.get("type", "ok"), {"ok", "Deadlock"}, f"program {seed}: {exit}")


if __name__ == "__main__":
    unittest.main()
