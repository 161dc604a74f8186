# An exception handler sees the context variables of the task or callback that it is told of.
import asyncio
import contextvars

who = contextvars.ContextVar("who", default="nobody")


def handler(loop, context):
    print(who.get(), "-", context["message"].split(" at ")[0], repr(context["exception"]))


async def failing():
    who.set("task")
    raise ValueError("in a task")


def callback():
    who.set("callback, changed")
    raise KeyError("in a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    context = contextvars.copy_context()
    context.run(who.set, "callback")
    loop.call_soon(callback, context=context)
    task = asyncio.create_task(failing())
    await asyncio.sleep(0.1)
    del task
    print(who.get(), context[who])
    loop.call_exception_handler({"message": "called", "exception": None})


asyncio.run(main())
