# create_task before the block, after it, and while it is being aborted.
import asyncio


async def nothing():
    print("nothing runs")


async def attempt(label, group):
    coroutine = nothing()
    try:
        group.create_task(coroutine)
        print(label, "accepted")
    except RuntimeError as error:
        print(f"{label}: {str(error).replace(repr(group), 'the group')}")
        coroutine.close()


async def fails():
    raise ValueError("fails")


async def late(group):
    try:
        await asyncio.sleep(1)
    finally:
        await attempt("while aborting", group)


async def main():
    group = asyncio.TaskGroup()
    await attempt("before", group)
    try:
        async with group:
            await attempt("inside", group)
            group.create_task(late(group))
            group.create_task(fails())
    except* ValueError:
        print("group failed")
    await attempt("after", group)
    try:
        async with group:
            pass
    except RuntimeError as error:
        print("RuntimeError:", str(error).replace(repr(group), "the group"))


asyncio.run(main())
