# call_soon, call_later and add_done_callback run in a copy of the current context.
import asyncio
import contextvars

request = contextvars.ContextVar("request")


def show(label, *_):
    print(f"{label}: {request.get('unset')}")
    request.set(f"{label} was here")


async def main():
    loop = asyncio.get_running_loop()
    show("direct call")
    request.set("A")
    loop.call_soon(show, "call_soon")
    loop.call_later(1, show, "call_later")
    future = loop.create_future()
    future.add_done_callback(lambda f: show("done callback"))
    request.set("B")
    future.add_done_callback(lambda f: show("second done callback"))
    other = contextvars.copy_context()
    other.run(request.set, "C")
    loop.call_soon(lambda: show("with context"), context=other)
    future.set_result(None)
    await asyncio.sleep(2)
    print("main:", request.get(), "| other:", other[request])
    print(other.run(lambda: request.get()), [v.name for v in other][:1])


asyncio.run(main())
