"""Blocking functions beside the loop."""

from _asyncio import get_running_loop

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    from contextvars import copy_context
    from functools import partial

    loop = get_running_loop()
    return await loop.run_in_executor(None, partial(copy_context().run, func, *args, **kwargs))
