# Context variables: a task sees the values of the moment of its making, not of its start.
import asyncio
from contextvars import ContextVar, copy_context

user = ContextVar("user", default="nobody")


async def show(label):
    print(f"{label}: {user.get()}")
    user.set(f"changed by {label}")
    await asyncio.sleep(0)
    print(f"{label}: {user.get()}")


async def main():
    user.set("main 1")
    first = asyncio.create_task(show("first"))
    user.set("main 2")
    second = asyncio.create_task(show("second"))
    user.set("main 3")
    await asyncio.gather(first, second)
    print("main:", user.get())
    await show("awaited directly")
    print("main after the direct await:", user.get())

    context = copy_context()
    await asyncio.create_task(show("in own context"), context=context)
    print("main:", user.get(), "| context:", context[user])
    token = user.set("temporary")
    print(user.get(), token.old_value)
    user.reset(token)
    print(user.get())


print(user.get())
asyncio.run(main())
print(user.get())
