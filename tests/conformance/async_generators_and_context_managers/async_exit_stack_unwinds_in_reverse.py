# AsyncExitStack collects managers and callbacks at run time and unwinds them backwards.
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager


@asynccontextmanager
async def async_resource(name):
    await asyncio.sleep(0.1)
    print("open", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0.1)
        print("close", name)


@contextmanager
def sync_resource(name):
    print("open", name)
    yield name.upper()
    print("close", name)


async def goodbye(*args, **kwargs):
    await asyncio.sleep(0)
    print("async callback", args, kwargs)


async def main():
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(async_resource(f"r{i}")) for i in range(3)]
        names.append(stack.enter_context(sync_resource("sync")))
        stack.push_async_callback(goodbye, 1, two=2)
        stack.callback(print, "plain callback")
        print(names)
    print("---")
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(async_resource("kept"))
        saved = stack.pop_all()
    print("nothing closed yet")
    await saved.aclose()
    print("---")

    async def swallow(exc_type, exc, tb):
        print("saw", repr(exc))
        return True

    async with AsyncExitStack() as stack:
        stack.push_async_exit(swallow)
        await stack.enter_async_context(async_resource("x"))
        raise OSError("disk")
    print("went on")
    try:
        await AsyncExitStack().enter_async_context(sync_resource("s"))
    except TypeError as e:
        print(e)


asyncio.run(main())
