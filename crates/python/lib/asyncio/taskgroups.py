"""Groups of tasks that end together."""

from _asyncio import CancelledError, current_task, get_running_loop, note

__all__ = ("TaskGroup",)


class TaskGroup:
    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        self._parent_cancel_requested = False
        # A dict, since siblings are cancelled in the order in which they were made.
        self._tasks = {}
        self._errors = []
        self._base_error = None
        self._on_completed_fut = None

    def __repr__(self):
        text = "<TaskGroup"
        if self._tasks:
            text += f" tasks={len(self._tasks)}"
        if self._errors:
            text += f" errors={len(self._errors)}"
        if self._aborting:
            text += " cancelling"
        elif self._entered:
            text += " entered"
        return text + ">"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        if self._loop is None:
            self._loop = get_running_loop()
        self._parent_task = current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        self._entered = True
        note("made:TaskGroup", self)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self._exiting = True
        if exc is not None:
            self._remember_base_error(exc)
            if not self._aborting:
                self._abort()
        # The cancellation that has to go on outwards when all is over, if it is not our own.
        cancellation = exc if isinstance(exc, CancelledError) else None
        cancellation = await self._wait_for_tasks() or cancellation
        if self._base_error is not None:
            raise self._base_error
        if self._parent_cancel_requested and self._parent_task.uncancel() == 0:
            cancellation = None
        if cancellation is not None and not self._errors:
            raise cancellation
        if exc is not None and not isinstance(exc, CancelledError):
            self._errors.append(exc)
        if self._errors:
            if self._parent_task.cancelling():
                # Somebody else cancelled the parent, and our exception takes the place of that cancellation:
                # it is asked for again, while the number of requests stays.
                self._parent_task.uncancel()
                self._parent_task.cancel()
            try:
                raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors) from None
            finally:
                self._errors = None

    async def _wait_for_tasks(self):
        # Returns the cancellation of the parent that made us give up, if one did.
        cancellation = None
        while self._tasks:
            if self._on_completed_fut is None:
                self._on_completed_fut = self._loop.create_future()
            note("wait:group", self, len(self._tasks), self._on_completed_fut)
            try:
                await self._on_completed_fut
            except CancelledError as error:
                if not self._aborting:
                    cancellation = error
                    self._abort()
            self._on_completed_fut = None
        return cancellation

    def create_task(self, coro, *, name=None, context=None):
        problem = self._why_closed()
        if problem is not None:
            coro.close()
            raise RuntimeError(f"TaskGroup {self!r} {problem}")
        if context is None:
            task = self._loop.create_task(coro, name=name)
        else:
            task = self._loop.create_task(coro, name=name, context=context)
        if task.done():
            self._on_task_done(task)
        else:
            self._tasks[task] = None
            task.add_done_callback(self._on_task_done)
        return task

    def _why_closed(self):
        if not self._entered:
            return "has not been entered"
        if self._exiting and not self._tasks:
            return "is finished"
        return "is shutting down" if self._aborting else None

    def _remember_base_error(self, exc):
        # These two are raised as they are, not in a group.
        if self._base_error is None and isinstance(exc, (SystemExit, KeyboardInterrupt)):
            self._base_error = exc

    def _abort(self):
        self._aborting = True
        for task in list(self._tasks):
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        self._tasks.pop(task, None)
        waiter = self._on_completed_fut
        if waiter is not None and not self._tasks and not waiter.done():
            waiter.set_result(True)
        if task.cancelled() or (exc := task.exception()) is None:
            return
        self._errors.append(exc)
        self._remember_base_error(exc)
        if self._parent_task.done():
            self._loop.call_exception_handler({
                "message": f"Task {task!r} has errored out but its parent task {self._parent_task}"
                " is already completed",
                "exception": exc,
                "task": task,
            })
        elif not self._aborting and not self._parent_cancel_requested:
            self._abort()
            # The body may be waiting for anything. This cancellation is taken back in __aexit__.
            self._parent_cancel_requested = True
            self._parent_task.cancel()
