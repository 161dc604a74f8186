# A sibling that ignores the abort is waited for, and its result is kept.
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("stubborn goes on at", asyncio.get_running_loop().time())
    await asyncio.sleep(2)
    return "stubborn result"


async def replaces():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise PermissionError("will not die quietly")


async def fails():
    await asyncio.sleep(1)
    raise ValueError("original")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(stubborn())
            group.create_task(replaces())
            group.create_task(fails())
    except ExceptionGroup as error:
        print(asyncio.get_running_loop().time(), error.exceptions)
        contexts = [repr(e.__context__) for e in error.exceptions]
        print("contexts:", contexts)
    print(task.result(), task.cancelled())


asyncio.run(main())
