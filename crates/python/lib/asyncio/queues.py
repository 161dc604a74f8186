"""Queues. Each change is told to the trace by `note`, with the number of items afterwards."""

from _asyncio import note
from _switchboard import deque
from asyncio.mixins import _LoopBoundMixin

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty", "QueueShutDown")


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class QueueShutDown(Exception):
    pass


class Queue(_LoopBoundMixin):
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._joiners = deque()
        self._unfinished_tasks = 0
        self._init(maxsize)
        self._is_shutdown = False
        self._announce()

    def _announce(self):
        note("made:Queue", self)

    # Subclasses replace these three.

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    __class_getitem__ = classmethod(type(list[int]))

    def _format(self):
        text = f"maxsize={self._maxsize!r}"
        if getattr(self, "_queue", None):
            text += f" _queue={list(self._queue)!r}"
        if self._getters:
            text += f" _getters[{len(self._getters)}]"
        if self._putters:
            text += f" _putters[{len(self._putters)}]"
        if self._unfinished_tasks:
            text += f" tasks={self._unfinished_tasks}"
        if self._is_shutdown:
            text += " shutdown"
        return text

    def qsize(self):
        return len(self._queue)

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return not self._queue

    def full(self):
        if self._maxsize <= 0:
            return False
        return self.qsize() >= self._maxsize

    async def put(self, item):
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            await self._wait_while(self.full, self._putters, "wait:put")
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        note("put", self, self.qsize())
        if self._getters:
            self._wakeup_next(self._getters)

    async def get(self):
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            await self._wait_while(self.empty, self._getters, "wait:get")
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            raise QueueShutDown if self._is_shutdown else QueueEmpty
        item = self._get()
        note("got", self, self.qsize())
        if self._putters:
            self._wakeup_next(self._putters)
        return item

    async def _wait_while(self, blocked, waiters, what):
        # One wait: somebody else may be faster, so the caller asks again.
        waiter = self._get_loop().create_future()
        waiters.append(waiter)
        note(what, self, len(waiters), waiter)
        try:
            await waiter
        except BaseException:
            waiter.cancel()
            if waiter in waiters:
                waiters.remove(waiter)
            if not blocked() and not waiter.cancelled():
                # We were woken, and can't make use of it.
                self._wakeup_next(waiters)
            raise

    def _wakeup_next(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    def _wake_up_all(self, waiters):
        while waiters:
            self._wakeup_next(waiters)

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished_tasks -= 1
        note("task_done", self, self._unfinished_tasks)
        if self._unfinished_tasks == 0:
            self._wake_up_all(self._joiners)

    async def join(self):
        if self._unfinished_tasks > 0:
            waiter = self._get_loop().create_future()
            self._joiners.append(waiter)
            note("wait:join", self, self._unfinished_tasks, waiter)
            try:
                await waiter
            finally:
                if waiter in self._joiners:
                    self._joiners.remove(waiter)

    def shutdown(self, immediate=False):
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._wake_up_all(self._joiners)
        note("shutdown", self, self.qsize())
        self._wake_up_all(self._getters)
        self._wake_up_all(self._putters)


class _UnannouncedQueue(Queue):
    # A part of something else: what happens to it is no news.
    def _announce(self):
        pass


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        from heapq import heappush

        heappush(self._queue, item)

    def _get(self):
        from heapq import heappop

        return heappop(self._queue)


class LifoQueue(Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
