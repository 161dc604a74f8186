# Each task has a copy of the context that was current when it was created.
import asyncio
import contextvars

request = contextvars.ContextVar("request", default="none")
user = contextvars.ContextVar("user")


async def inner(label):
    await asyncio.sleep(0)
    print(f"{label}: request={request.get()} user={user.get('nobody')}")


async def handler(n):
    token = request.set(f"r{n}")
    await asyncio.sleep(0.1 * (3 - n))
    await inner(f"handler {n}")
    request.reset(token)
    print(f"after reset in {n}: {request.get()}")


async def main():
    await asyncio.gather(*(handler(n) for n in range(3)))
    print("main still has", request.get())
    request.set("from main")
    task = asyncio.create_task(inner("created before the change"))
    request.set("changed later")
    await task
    await inner("awaited directly")

    ctx = contextvars.copy_context()
    ctx.run(user.set, "ann")
    await asyncio.create_task(inner("in ctx"), context=ctx)
    print("outside:", user.get("unset"), "in ctx:", ctx[user], request in ctx, len(list(ctx)) >= 2)
    asyncio.get_running_loop().call_soon(lambda: print("callback sees", request.get()))
    asyncio.get_running_loop().call_soon(lambda: print("callback in ctx sees", user.get()), context=ctx)
    await asyncio.sleep(0)

    async def setter():
        request.set("set in awaited coroutine")

    await setter()
    print("awaiting shares the context:", request.get())
    await asyncio.create_task(setter())
    request.set("x")
    t = asyncio.create_task(setter())
    await t
    print("a task's change stays inside:", request.get())


asyncio.run(main())
