"""Random small asyncio programs that end by construction, or in a reported deadlock.

A program has a few worker coroutines. A worker calls or starts only workers that come after it,
and a task waits only for tasks that were started after it, so that neither calls nor waits can go
round in circles. Nothing depends on the order of objects' addresses: every task is kept in the
list TASKS, and groups of tasks are taken from it in order of creation.
"""

import random

DELAYS = ["0", "0", "0", "0.1", "0.1", "0.2", "0.3", "0.1 + 0.2", "0.5", "1", "0.25"]
MAX_DEPTH = 3
LINES_AT_MOST = 90

PROLOGUE = '''\
import asyncio
import contextlib

TASKS = []


class Boom(Exception):
    pass


def log(*what):
    print(f"{asyncio.get_event_loop().time():.3f}", *what)


def spawn(worker, create_task=None):
    """Start a worker, unless there are too many, and return its task."""
    if len(TASKS) >= 24:
        return None
    number = len(TASKS)
    TASKS.append(None)
    task = (create_task or asyncio.create_task)(worker(number), name=f"t{number}")
    TASKS[number] = task
    return task


def later(me, *steps):
    """Tasks started after task `me`, in order of creation, each at most once."""
    ones = [t for t in TASKS[me + 1 :] if t is not None]
    return [t for i, t in enumerate(ones) if any(i == s % len(ones) for s in steps)]


def outcome(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    return repr(task.exception() or task.result())

'''


def program(seed):
    """The source of program number `seed`. The same number gives the same program for ever."""
    return Generator(random.Random(seed)).program(seed)


class Generator:
    def __init__(self, rng):
        self.rng = rng
        self.lines = []
        self.workers = rng.randint(2, 5)
        self.marks = 0
        self.worker = -1
        self.calls = 0
        self.in_condition = False
        self.resources = {
            "lock": rng.randint(0, 2),
            "semaphore": rng.randint(0, 1),
            "event": rng.randint(0, 2),
            "condition": rng.randint(0, 1),
            "queue": rng.randint(0, 2),
            "future": rng.randint(0, 2),
            "barrier": rng.randint(0, 1),
        }

    def program(self, seed):
        self.emit(0, f"# Random program {seed}.")
        self.lines += PROLOGUE.splitlines()
        self.emit_resources()
        # The last worker first, so that each one names workers that exist already.
        for number in reversed(range(self.workers)):
            self.emit_worker(number)
        self.emit_main()
        return "\n".join(self.lines) + "\n"

    def emit(self, depth, line):
        self.lines.append("    " * depth + line)

    def emit_resources(self):
        rng = self.rng
        makers = {
            "lock": lambda: "asyncio.Lock()",
            "semaphore": lambda: rng.choice(
                ["asyncio.Semaphore(1)", "asyncio.Semaphore(2)", "asyncio.BoundedSemaphore(2)"]
            ),
            "event": lambda: "asyncio.Event()",
            "condition": lambda: "asyncio.Condition()",
            "queue": lambda: rng.choice(
                [
                    "asyncio.Queue()",
                    "asyncio.Queue(1)",
                    "asyncio.Queue(2)",
                    "asyncio.LifoQueue(2)",
                    "asyncio.PriorityQueue()",
                ]
            ),
            "barrier": lambda: "asyncio.Barrier(2)",
        }
        for kind, make in makers.items():
            for i in range(self.resources[kind]):
                self.emit(0, f"{kind}{i} = {make()}")

    def emit_worker(self, number):
        self.worker, self.calls = number, 0
        self.emit(0, "")
        self.emit(0, "")
        if self.chance(0.15):
            self.emit_generator_worker(number)
            return
        self.emit(0, f"async def worker{number}(me):")
        self.block(1, self.rng.randint(2, 5))
        if self.chance(0.6):
            self.emit(1, f"return {self.mark()}")

    def emit_generator_worker(self, number):
        """A worker that takes its values from an asynchronous generator of its own."""
        self.emit(0, f"async def numbers{number}(me):")
        self.emit(1, "try:")
        self.emit(2, f"for i in range({self.rng.randint(1, 3)}):")
        self.simple(3)
        self.emit(3, "yield i")
        self.emit(1, "finally:")
        self.emit(2, f"log({self.mark()}, me)")
        self.emit(0, "")
        self.emit(0, "")
        self.emit(0, f"async def worker{number}(me):")
        self.emit(1, f"async with contextlib.aclosing(numbers{number}(me)) as numbers:")
        self.emit(2, "async for i in numbers:")
        self.emit(3, f"log({self.mark()}, me, i)")
        self.block(3, 1)
        if self.chance(0.3):
            self.emit(3, "break")
        self.emit(1, f"return {self.mark()}")

    def emit_main(self):
        rng = self.rng
        self.emit(0, "")
        self.emit(0, "")
        self.emit(0, "async def main():")
        if self.chance(0.8):
            self.emit(1, "loop = asyncio.get_running_loop()")
            self.emit(1, "loop.set_exception_handler(lambda loop, context: None)")
        if self.resources["future"]:
            names = ", ".join(f"future{i}" for i in range(self.resources["future"]))
            self.emit(1, f"global {names}")
            for i in range(self.resources["future"]):
                self.emit(1, f"future{i} = asyncio.get_running_loop().create_future()")
        for _ in range(rng.randint(2, 5)):
            self.emit(1, f"spawn(worker{rng.randrange(self.workers)})")
            if self.chance(0.3):
                self.emit(1, f"await asyncio.sleep({self.delay()})")
            if self.chance(0.15):
                self.emit(1, f"TASKS[{rng.randrange(6)} % len(TASKS)].cancel()")
        limit = rng.choice(["5", "5", "None", "1"])
        self.emit(1, f"done, pending = await asyncio.wait(later(-1, *range(24)), timeout={limit})")
        self.emit(1, 'log("pending", [task.get_name() for task in TASKS if task in pending])')
        self.emit(1, "for task in pending:")
        self.emit(2, "task.cancel()")
        self.emit(1, "await asyncio.sleep(0.5)")
        self.emit(1, "for task in later(-1, *range(24)):")
        self.emit(2, "log(task.get_name(), outcome(task))")
        self.emit(0, "")
        self.emit(0, "")
        self.emit(0, "asyncio.run(main())")

    # Statements. Each method emits at least one line at `depth`.

    def block(self, depth, statements):
        for _ in range(statements):
            if depth <= MAX_DEPTH and len(self.lines) < LINES_AT_MOST and self.chance(0.45):
                self.compound(depth)
            else:
                self.simple(depth)

    def simple(self, depth):
        choices = [
            (6, self.log),
            (7, self.sleep),
            (2, self.log_state),
            (2, self.raise_boom),
            (3, self.cancel),
            (2, self.spawn),
            (2, self.callback),
            (2, self.await_later),
            (2, self.wait_later),
        ]
        if self.later_workers():
            choices += [
                (3, self.call),
                (3, self.gather),
                (2, self.wait_for),
                (1, self.shield),
                (1, self.as_completed),
            ]
        for kind, weight, method in [
            ("event", 4, self.event),
            ("condition", 4, self.condition),
            ("queue", 5, self.queue),
            ("future", 3, self.future),
            ("barrier", 1, self.barrier),
        ]:
            if self.resources[kind]:
                choices.append((weight, method))
        self.pick(choices)(depth)

    def compound(self, depth):
        choices = [
            (3, self.timeout),
            (3, self.try_except),
            (2, self.try_finally),
            (1, self.repeat),
        ]
        if self.resources["lock"]:
            choices.append((4, lambda d: self.guarded(d, "lock")))
        if self.resources["semaphore"]:
            choices.append((3, lambda d: self.guarded(d, "semaphore")))
        if self.later_workers():
            choices.append((3, self.task_group))
        self.pick(choices)(depth)

    def log(self, depth):
        self.emit(depth, f"log({self.mark()}, me)")

    def log_state(self, depth):
        what = self.rng.choice(
            [
                "asyncio.current_task().cancelling()",
                "[outcome(t) for t in later(me, 0, 1, 2)]",
                "len(asyncio.all_tasks())",
            ]
        )
        self.emit(depth, f"log({self.mark()}, me, {what})")

    def sleep(self, depth):
        if self.chance(0.2):
            self.emit(depth, f"log(await asyncio.sleep({self.delay()}, {self.mark()}), me)")
        else:
            self.emit(depth, f"await asyncio.sleep({self.delay()})")

    def raise_boom(self, depth):
        # Conditional, since what follows would be dead code.
        self.emit(depth, f"if me % {self.rng.randint(2, 4)} == {self.rng.randrange(2)}:")
        self.emit(depth + 1, f"raise Boom({self.mark()})")

    def cancel(self, depth):
        target = self.rng.choice(["later(me, {0})", "TASKS[{0}:{1}]", "[asyncio.current_task()]"])
        start = self.rng.randrange(6)
        self.emit(depth, f"for task in {target.format(start, start + 1)}:")
        message = self.rng.choice(["", "", self.mark()])
        self.emit(depth + 1, f"log({self.mark()}, me, task and task.cancel({message}))")

    def spawn(self, depth):
        if self.later_workers() and self.may_call():
            self.emit(depth, f"spawn({self.later_worker()})")
        else:
            self.log(depth)

    def callback(self, depth):
        call = f"log, {self.mark()}, me"
        loop = "asyncio.get_running_loop()"
        form = self.rng.randrange(5)
        if form == 0:
            self.emit(depth, f"{loop}.call_soon({call})")
        elif form == 1:
            self.emit(depth, f"{loop}.call_later({self.delay()}, {call})")
        elif form == 2:
            self.emit(depth, f"{loop}.call_at({loop}.time() + {self.delay()}, {call})")
        elif form == 3:
            self.emit(depth, f"handle = {loop}.call_later({self.delay()}, {call})")
            self.simple(depth)
            self.emit(depth, "handle.cancel()")
        else:
            self.emit(depth, f"for task in later(me, {self.rng.randrange(6)}):")
            self.emit(
                depth + 1,
                f"task.add_done_callback(lambda t: log({self.mark()}, t.get_name(), outcome(t)))",
            )

    def call(self, depth):
        if not self.may_call():
            return self.log(depth)
        self.emit(depth, f"log({self.mark()}, me, await {self.later_worker()}(me))")

    def gather(self, depth):
        if not self.may_call():
            return self.log(depth)
        what = [f"{self.later_worker()}(me)" for _ in range(self.rng.randint(1, 2))]
        if self.chance(0.5):
            what.append(f"*later(me, {self.rng.randrange(6)})")
        if self.chance(0.4):
            what.append("return_exceptions=True")
        self.emit(depth, f"log({self.mark()}, me, await asyncio.gather({', '.join(what)}))")

    def wait_for(self, depth):
        if not self.may_call():
            return self.log(depth)
        self.emit(depth, "try:")
        self.emit(
            depth + 1,
            f"log(await asyncio.wait_for({self.later_worker()}(me), {self.delay()}), me)",
        )
        self.emit(depth, "except TimeoutError:")
        self.emit(depth + 1, f"log({self.mark()}, me)")

    def await_later(self, depth):
        self.emit(depth, f"for task in later(me, {self.rng.randrange(6)}):")
        self.emit(depth + 1, f"log({self.mark()}, me, await task)")

    def wait_later(self, depth):
        rng = self.rng
        self.emit(depth, f"if tasks := later(me, {rng.randrange(6)}, {rng.randrange(6)}):")
        when = rng.choice(["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"])
        timeout = rng.choice(["", f", timeout={self.delay()}"])
        self.emit(
            depth + 1,
            f"done, pending = await asyncio.wait(tasks{timeout}, return_when=asyncio.{when})",
        )
        self.emit(
            depth + 1,
            f"log({self.mark()}, me, [t.get_name() for t in tasks if t in done], len(pending))",
        )

    def shield(self, depth):
        if not self.may_call():
            return self.log(depth)
        self.emit(depth, f"if task := spawn({self.later_worker()}):")
        self.emit(depth + 1, f"log({self.mark()}, me, await asyncio.shield(task))")

    def as_completed(self, depth):
        if not self.may_call():
            return self.log(depth)
        names = ", ".join(f"{self.later_worker()}(me)" for _ in range(self.rng.randint(1, 2)))
        self.emit(depth, f"for coroutine in asyncio.as_completed([{names}]):")
        self.emit(depth + 1, f"log({self.mark()}, me, await coroutine)")

    def event(self, depth):
        name = self.resource("event")
        form = self.rng.randrange(4)
        if form < 2:
            self.emit(depth, f"{name}.set()")
            if form == 1:
                self.emit(depth, f"{name}.clear()")
        else:
            self.emit(depth, f"log({self.mark()}, me, await {name}.wait())")

    def condition(self, depth):
        name = self.resource("condition")
        self.emit(depth, f"async with {name}:")
        form = self.rng.randrange(4)
        if form < 2:
            self.emit(depth + 1, f"log({self.mark()}, me)")
            self.emit(depth + 1, f"await {name}.wait()")
        elif form == 2:
            self.emit(depth + 1, f"{name}.notify({self.rng.randint(1, 2)})")
            self.sleep(depth + 1)
        else:
            self.sleep(depth + 1)
            self.emit(depth + 1, f"{name}.notify_all()")
        self.emit(depth + 1, f"log({self.mark()}, me)")

    def queue(self, depth):
        name = self.resource("queue")
        form = self.rng.randrange(6)
        if form < 2:
            self.emit(depth, f"await {name}.put(({self.rng.randrange(3)}, {self.mark()}))")
        elif form < 4:
            self.emit(depth, f"log({self.mark()}, me, await {name}.get())")
            if self.chance(0.3):
                self.emit(depth, f"{name}.task_done()")
        elif form == 4:
            self.emit(depth, "with contextlib.suppress(asyncio.QueueFull):")
            self.emit(depth + 1, f"{name}.put_nowait(({self.rng.randrange(3)}, {self.mark()}))")
        else:
            self.emit(depth, "with contextlib.suppress(asyncio.QueueEmpty):")
            self.emit(depth + 1, f"log({name}.get_nowait(), {name}.qsize(), me)")

    def future(self, depth):
        name = self.resource("future")
        form = self.rng.randrange(5)
        if form < 2:
            self.emit(depth, f"log({self.mark()}, me, await {name})")
            return
        action = ["set_result({})", "set_exception(Boom({}))", "cancel({})"][form - 2]
        self.emit(depth, f"if not {name}.done():")
        self.emit(depth + 1, f"{name}.{action.format(self.mark())}")

    def barrier(self, depth):
        self.emit(depth, f"log({self.mark()}, me, await {self.resource('barrier')}.wait())")

    def timeout(self, depth):
        self.emit(depth, "try:")
        self.emit(depth + 1, f"async with asyncio.timeout({self.delay()}) as scope:")
        self.block(depth + 2, self.rng.randint(1, 2))
        if self.chance(0.2):
            self.emit(
                depth + 2,
                f"scope.reschedule(asyncio.get_running_loop().time() + {self.delay()})",
            )
            self.sleep(depth + 2)
        self.emit(depth, "except TimeoutError:")
        self.emit(depth + 1, f"log({self.mark()}, me, scope.expired())")

    def try_except(self, depth):
        self.emit(depth, "try:")
        self.block(depth + 1, self.rng.randint(1, 3))
        if self.chance(0.5):
            self.emit(depth, "except Boom as error:")
            self.emit(depth + 1, f"log({self.mark()}, me, error)")
        else:
            self.emit(depth, "except asyncio.CancelledError as error:")
            self.emit(depth + 1, f"log({self.mark()}, me, error.args)")
            last = self.rng.choice(["raise", "raise", "uncancel", None, "await"])
            if last == "raise":
                self.emit(depth + 1, "raise")
            elif last == "uncancel":
                self.emit(depth + 1, "log(asyncio.current_task().uncancel(), me)")
            elif last == "await":
                self.sleep(depth + 1)

    def try_finally(self, depth):
        self.emit(depth, "try:")
        self.block(depth + 1, self.rng.randint(1, 2))
        self.emit(depth, "finally:")
        if self.chance(0.4):
            self.sleep(depth + 1)
        self.emit(depth + 1, f"log({self.mark()}, me)")

    def repeat(self, depth):
        self.emit(depth, f"for turn in range({self.rng.randint(2, 3)}):")
        self.simple(depth + 1)
        self.emit(depth + 1, f"log({self.mark()}, me, turn)")

    def guarded(self, depth, kind):
        self.emit(depth, f"async with {self.resource(kind)}:")
        self.emit(depth + 1, f"log({self.mark()}, me)")
        # Not reentrant: a nested block could take the same lock and wait for itself. That is a
        # fine deadlock, but there would be too many.
        for _ in range(self.rng.randint(1, 2)):
            self.sleep(depth + 1) if self.chance(0.7) else self.simple(depth + 1)

    def task_group(self, depth):
        if not self.may_call():
            return self.try_finally(depth)
        caught = self.chance(0.7)
        if caught:
            self.emit(depth, "try:")
            depth += 1
        self.emit(depth, "async with asyncio.TaskGroup() as group:")
        for _ in range(self.rng.randint(1, 3)):
            self.emit(depth + 1, f"spawn({self.later_worker()}, group.create_task)")
        if self.chance(0.5):
            self.simple(depth + 1)
        if caught:
            depth -= 1
            self.emit(depth, "except* Boom as errors:")
            self.emit(depth + 1, f"log({self.mark()}, me, errors.exceptions)")

    # Choices.

    def chance(self, probability):
        return self.rng.random() < probability

    def pick(self, weighted):
        return self.rng.choices([m for _, m in weighted], [w for w, _ in weighted])[0]

    def mark(self):
        """A string literal that no other place in the program has."""
        self.marks += 1
        return f'"{chr(97 + self.marks % 26)}{self.marks}"'

    def delay(self):
        return self.rng.choice(DELAYS)

    def resource(self, kind):
        return f"{kind}{self.rng.randrange(self.resources[kind])}"

    def later_workers(self):
        return range(self.worker + 1, self.workers)

    def later_worker(self):
        return f"worker{self.rng.choice(self.later_workers())}"

    def may_call(self):
        """At most three calls a worker keep the number of running workers small."""
        self.calls += 1
        return self.calls <= 3
