# except* takes each kind of error out of the group; what is left goes on.
import asyncio


class NetworkError(Exception):
    pass


async def fail(error, cleanup=None):
    try:
        await asyncio.sleep(1 if cleanup is None else 5)
    except asyncio.CancelledError:
        raise cleanup
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError(1)))
            group.create_task(fail(NetworkError("no route")))
            group.create_task(fail(ValueError(2)))
            group.create_task(fail(None, cleanup=TypeError("during cleanup")))
    except* ValueError as group:
        print("values:", [e.args for e in group.exceptions], type(group).__name__)
    except* (NetworkError, OSError) as group:
        print("network:", group.exceptions)
    except* TypeError as group:
        print("types:", group.exceptions)
    else:
        print("not reached")
    finally:
        print("finally")

    try:
        try:
            raise ExceptionGroup("two kinds", [ValueError("v"), KeyError("k")])
        except* ValueError:
            print("handled the ValueError")
    except ExceptionGroup as rest:
        print("left:", repr(rest))
    try:
        raise KeyError("naked")
    except* KeyError as group:
        print("a naked error is wrapped:", repr(group))


asyncio.run(main())
