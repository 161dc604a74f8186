# get_stack and print_stack tell where a task waits, or where it failed.
import asyncio
import sys


async def inner(seconds):
    await asyncio.sleep(seconds)
    raise KeyError("lost")


async def outer():
    await inner(1)


async def main():
    task = asyncio.create_task(outer(), name="deep one")
    print("not started:", [f.f_lineno for f in task.get_stack()])
    await asyncio.sleep(0)
    print("suspended:", [(f.f_code.co_name, f.f_lineno) for f in task.get_stack()])
    task.print_stack(file=sys.stdout)
    await asyncio.wait([task])
    print("failed:", [f.f_code.co_name for f in task.get_stack() if f.f_code.co_name != "sleep"])
    task.print_stack(file=sys.stdout)
    print(repr(task.exception()))
    done = asyncio.create_task(asyncio.sleep(0))
    await done
    print("done:", done.get_stack())


asyncio.run(main())
