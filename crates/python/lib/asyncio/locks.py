"""Lock, Event, Condition, Semaphore and Barrier.

Whoever has to wait puts a future into a deque, in the order of coming. Each change is told to the trace by `note`:
`made:KIND`, `wait:KIND` with the future that is awaited next, and the changes by their names, with what the object
counts afterwards. Of what has not announced itself as made the trace shows nothing.
"""

from _asyncio import CancelledError, note
from _switchboard import deque
from asyncio.exceptions import BrokenBarrierError
from asyncio.mixins import _LoopBoundMixin

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier")


class _ContextManagerMixin:
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class _ReprMixin:
    def __repr__(self):
        state = self._describe()
        if self._waiters:
            state = f"{state}, waiters:{len(self._waiters)}"
        return f"<{super().__repr__()[1:-1]} [{state}]>"


class Lock(_ContextManagerMixin, _ReprMixin, _LoopBoundMixin):
    def __init__(self):
        self._waiters = deque()
        self._locked = False
        self._announce()

    def _announce(self):
        note("made:Lock", self)

    def _describe(self):
        return "locked" if self._locked else "unlocked"

    def locked(self):
        return self._locked

    async def acquire(self):
        waiters = self._waiters
        if self._locked or waiters and not all(waiter.cancelled() for waiter in waiters):
            await self._wait_for_turn()
        self._locked = True
        note("acquired", self)
        return True

    async def _wait_for_turn(self):
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        note("wait:lock", self, len(self._waiters), waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            # The lock may have been meant for us: the next in line must not sleep on beside a free lock.
            if not self._locked and self._waiters:
                self._wake_up_first()
            raise

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        note("released", self)
        if self._waiters:
            self._wake_up_first()

    def _wake_up_first(self):
        waiter = self._waiters[0]
        # One that is done has been woken already, and is about to take the lock.
        if not waiter.done():
            waiter.set_result(True)


class Event(_ReprMixin, _LoopBoundMixin):
    def __init__(self):
        self._waiters = deque()
        self._value = False
        note("made:Event", self)

    def _describe(self):
        return "set" if self._value else "unset"

    def is_set(self):
        return self._value

    def set(self):
        if self._value:
            return
        self._value = True
        note("set", self, len(self._waiters))
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)

    def clear(self):
        if self._value:
            self._value = False
            note("cleared", self)

    async def wait(self):
        if self._value:
            return True
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        note("wait:event", self, len(self._waiters), waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(_ContextManagerMixin, _ReprMixin, _LoopBoundMixin):
    def __init__(self, lock=None):
        self._lock = lock = Lock() if lock is None else lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()
        self._announce()

    def _announce(self):
        note("made:Condition", self)

    def _describe(self):
        return "locked" if self.locked() else "unlocked"

    async def wait(self):
        return await self._wait_as("wait:condition", self)

    async def _wait_as(self, what, owner):
        # For the trace a task waits for `owner`.
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = self._get_loop().create_future()
        self.release()
        try:
            try:
                self._waiters.append(waiter)
                note(what, owner, len(self._waiters), waiter)
                try:
                    await waiter
                    return True
                finally:
                    self._waiters.remove(waiter)
            finally:
                await self._reacquire()
        except BaseException:
            # We may have been notified, and can't make use of it: somebody else shall.
            self._wake(1)
            raise

    async def _reacquire(self):
        # The caller of wait() holds the lock again whatever happens, so cancellations come after that.
        cancellation = None
        while True:
            try:
                await self.acquire()
                break
            except CancelledError as error:
                cancellation = error
        if cancellation is not None:
            try:
                raise cancellation
            finally:
                cancellation = None

    async def wait_for(self, predicate):
        while not (result := predicate()):
            await self.wait()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        note("notified", self, len(self._waiters))
        self._wake(n)

    def notify_all(self):
        self.notify(len(self._waiters))

    def _wake(self, n):
        for waiter in self._waiters:
            if n <= 0:
                break
            if not waiter.done():
                n -= 1
                waiter.set_result(False)


class Semaphore(_ContextManagerMixin, _ReprMixin, _LoopBoundMixin):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = deque()
        self._value = value
        note("made:Semaphore", self, value)

    def _describe(self):
        return "locked" if self.locked() else f"unlocked, value:{self._value}"

    def locked(self):
        # Whoever comes while others wait has to queue up, even if there is a free place.
        if self._value == 0:
            return True
        waiters = self._waiters
        return bool(waiters) and not all(waiter.cancelled() for waiter in waiters)

    async def acquire(self):
        if self.locked():
            await self._wait_for_turn()
        else:
            self._value -= 1
        note("acquired", self, self._value)
        return True

    async def _wait_for_turn(self):
        waiter = self._get_loop().create_future()
        self._waiters.append(waiter)
        note("wait:semaphore", self, len(self._waiters), waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if waiter.done() and not waiter.cancelled():
                # A place was set aside for us: give it back.
                self._value += 1
            raise
        finally:
            # Some may have queued up behind us although there are free places.
            while self._value > 0 and self._wake_up_next():
                pass

    def release(self):
        self._value += 1
        note("released", self, self._value)
        if self._waiters:
            self._wake_up_next()

    def _wake_up_next(self):
        # Sets a place aside for the first who sleeps; false if nobody does.
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError("BoundedSemaphore released too many times")
        super().release()


# What happens to the parts of a barrier is no news of its own.


class _BarrierLock(Lock):
    __qualname__ = "Lock"

    def _announce(self):
        pass


class _BarrierCondition(Condition):
    __qualname__ = "Condition"

    def _announce(self):
        pass


class Barrier(_LoopBoundMixin):
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._cond = _BarrierCondition(_BarrierLock())
        self._parties = parties
        # "filling", then "draining" until all have left; "resetting" in the same way; or "broken".
        self._state = "filling"
        self._count = 0
        note("made:Barrier", self, parties)

    def __repr__(self):
        state = self._state
        if state != "broken":
            state += f", waiters:{self.n_waiting}/{self._parties}"
        return f"<{super().__repr__()[1:-1]} [{state}]>"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        async with self._cond:
            await self._wait_while("draining", "resetting")
            if self._state == "broken":
                raise BrokenBarrierError("Barrier aborted")
            try:
                index = self._count
                self._count += 1
                note("arrived", self, self._count)
                if self._count == self._parties:
                    self._change("draining")
                else:
                    await self._wait_while("filling")
                    if self._state in ("broken", "resetting"):
                        raise BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    self._change("broken" if self._state == "broken" else "filling")

    async def _wait_while(self, *states):
        while self._state in states:
            await self._cond._wait_as("wait:barrier", self)

    def _change(self, state):
        self._state = state
        self._cond.notify_all()

    async def reset(self):
        async with self._cond:
            self._change("resetting" if self._count > 0 else "filling")

    async def abort(self):
        async with self._cond:
            note("broken", self, self._count)
            self._change("broken")

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"
