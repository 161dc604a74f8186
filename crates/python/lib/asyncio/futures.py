"""Futures are native; this ties them to those of threads."""

from _asyncio import Future, isfuture

__all__ = ("Future", "wrap_future", "isfuture")


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    if not _is_of_thread(future):
        raise AssertionError(f"concurrent.futures.Future is expected, got {future!r}")
    if loop is None:
        from asyncio.events import get_event_loop

        loop = get_event_loop()
    wrapper = loop.create_future()
    _chain_future(future, wrapper)
    return wrapper


def _is_of_thread(future):
    from _concurrent_future import Future

    return isinstance(future, Future)


def _chain_future(source, destination):
    """Hands on the outcome of one to the other, and a cancellation back. Either may belong to a thread."""
    for future, role in (source, "source"), (destination, "destination"):
        if not isfuture(future) and not _is_of_thread(future):
            raise TypeError(f"A future is required for {role} argument")
    source_loop = source.get_loop() if isfuture(source) else None
    destination_loop = destination.get_loop() if isfuture(destination) else None

    def _call_check_cancel(destination):
        if destination.cancelled():
            if source_loop is None or source_loop is destination_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def _call_set_state(source):
        if destination_loop is None or destination_loop is source_loop:
            if not (destination.cancelled() and destination_loop is not None and destination_loop.is_closed()):
                _copy_outcome(source, destination)
        elif not destination_loop.is_closed():
            destination_loop.call_soon_threadsafe(_copy_outcome, source, destination)

    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def _copy_outcome(source, destination):
    if isfuture(destination):
        if destination.cancelled():
            return
        if source.cancelled():
            destination.cancel()
            return
    else:
        if source.cancelled():
            destination.cancel()
        if not destination.set_running_or_notify_cancel():
            return
    error = source.exception()
    if error is None:
        destination.set_result(source.result())
    else:
        destination.set_exception(_as_ours(error))


def _as_ours(error):
    import _concurrent_future

    import asyncio.exceptions as exceptions

    for name in "CancelledError", "InvalidStateError":
        if type(error) is getattr(_concurrent_future, name):
            return getattr(exceptions, name)(*error.args).with_traceback(error.__traceback__)
    return error
