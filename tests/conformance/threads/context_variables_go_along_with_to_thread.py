# to_thread runs the function in a copy of the context; run_in_executor does not.
import asyncio
import contextvars
import time

request_id = contextvars.ContextVar("request_id", default="none")


def handle(label):
    seen = request_id.get()
    request_id.set(f"set by {label}")
    time.sleep(0.1)
    return f"{label}: saw {seen}, then {request_id.get()}"


async def serve(number):
    request_id.set(f"request {number}")
    print(await asyncio.to_thread(handle, f"thread {number}"))
    print("after to_thread:", request_id.get())


async def main():
    request_id.set("main")
    await asyncio.gather(serve(1), serve(2))
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(handle, "to_thread"))
    print(await loop.run_in_executor(None, request_id.get))
    context = contextvars.copy_context()
    print(await loop.run_in_executor(None, context.run, handle, "with context"))
    print("main:", request_id.get(), "| context:", context[request_id])


asyncio.run(main())
