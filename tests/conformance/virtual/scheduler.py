"""The virtual clock and the one-thread-at-a-time scheduler.

Every Python thread is a real one, but only the holder of the baton runs. It hands the baton on
where CPython would let go of the GIL because the thread blocks: in a sleep, on a lock, in a join,
in the event loop's poll. It is never taken away in between, as if the GIL's switch interval were
endless. When nobody can run, the clock jumps to the earliest deadline. All times are integer
nanoseconds.
"""

import _thread
from collections import deque

LIMIT_NS = 10**15  # 1,000,000 virtual seconds


class Parked:
    """A thread of the program, as the scheduler sees it."""

    __slots__ = ("baton", "deadline", "order", "polling", "timed_out")

    def __init__(self):
        self.baton = _real_lock()
        self.baton.acquire()
        self.deadline = None
        self.order = 0
        self.polling = False
        self.timed_out = False


class Scheduler:
    def __init__(self):
        self.now = 0
        self.current = Parked()
        self.runnable = deque()
        self.blocked = {}  # an ordered set
        self.order = 0
        self.on_end = None  # called with "Deadlock" or "Limit"; does not return

    def block(self, deadline=None, polling=False):
        """Park the current thread until `wake` or the deadline; True if the deadline passed."""
        me = self.current
        self.order += 1
        me.deadline, me.order, me.polling, me.timed_out = deadline, self.order, polling, False
        self.blocked[me] = None
        self._hand_over(me)
        return me.timed_out

    def wake(self, thread):
        """Make a blocked thread runnable. Waking one that is not blocked does nothing."""
        if thread in self.blocked:
            del self.blocked[thread]
            self.runnable.append(thread)

    def give_way(self):
        """Let all other runnable threads run before the current one goes on."""
        if self.runnable:
            self.runnable.append(self.current)
            self._hand_over(self.current)

    def sleep(self, nanoseconds):
        if nanoseconds <= 0:
            self.give_way()
        else:
            self.block(self.now + nanoseconds)

    def start(self, function):
        """Start a thread. It is runnable, and runs when the current one blocks."""
        thread = Parked()

        def run():
            thread.baton.acquire()
            try:
                function()
            finally:
                self._next().baton.release()

        _real_start(run, ())
        self.runnable.append(thread)
        return thread

    def _hand_over(self, me):
        following = self._next()
        if following is not me:
            following.baton.release()
            me.baton.acquire()

    def _next(self):
        if not self.runnable:
            self._advance()
        self.current = self.runnable.popleft()
        return self.current

    def _advance(self):
        sleepers = [t for t in self.blocked if t.deadline is not None]
        if not sleepers:
            self.on_end("Deadlock")
        earliest = min(t.deadline for t in sleepers)
        if earliest > LIMIT_NS:
            self.now = LIMIT_NS
            self.on_end("Limit")
        self.now = max(self.now, earliest)
        # A sleeping thread that wakes at the time of the loop's own timer goes first, so that
        # what it hands to the loop is there when the timers are collected.
        due = [t for t in sleepers if t.deadline <= self.now]
        for thread in sorted(due, key=lambda t: (t.polling, t.order)):
            thread.timed_out = True
            self.wake(thread)


_real_lock = _thread.allocate_lock
_real_start = _thread.start_new_thread

SCHEDULER = Scheduler()
