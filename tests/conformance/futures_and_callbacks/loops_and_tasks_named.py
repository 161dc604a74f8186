# Which loop and which task is meant: where a loop is given, where a future has one, and where none runs.
import asyncio
import contextvars


async def five():
    return 5


async def deep(depth):
    if depth:
        await deep(depth - 1)
        return
    print(repr(asyncio.current_task()).split(" cb=")[0])
    print([frame.f_code.co_name for frame in asyncio.current_task().get_stack()][-1:])
    await asyncio.sleep(0)


async def itself():
    await asyncio.current_task()


async def main(loop):
    print(asyncio.current_task(loop) is asyncio.current_task())
    print(asyncio.current_task(asyncio.new_event_loop()))
    context = contextvars.copy_context()
    task = asyncio.create_task(five(), context=context)
    print(task.get_context() is context, task.get_context() is task.get_context())
    print(await task)
    await deep(3)
    try:
        await asyncio.create_task(itself(), name="loner")
    except RuntimeError as error:
        print(str(error).split(":")[0])


def attempt(what, function):
    try:
        print(what, type(function()).__name__)
    except Exception as error:
        print(what, type(error).__name__, error)


loop = asyncio.new_event_loop()
print(asyncio.current_task(loop))
future = loop.create_future()
attempt("shield", lambda: asyncio.shield(future))
attempt("ensure", lambda: asyncio.ensure_future(future))
attempt("gather", lambda: asyncio.gather(future))
attempt("text", lambda: asyncio.ensure_future("text"))
attempt("strange", lambda: asyncio.ensure_future(future, loop=asyncio.new_event_loop()))
print(loop.run_until_complete(asyncio.ensure_future(five(), loop=loop)))
loop.run_until_complete(main(loop))
future.set_result(None)
loop.run_until_complete(asyncio.sleep(0))
loop.close()
