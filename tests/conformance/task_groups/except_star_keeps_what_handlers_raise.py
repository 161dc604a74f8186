# Errors raised inside except* clauses join the unhandled rest in a new group.
import asyncio


async def fail(error):
    raise error


async def run(*errors):
    async with asyncio.TaskGroup() as group:
        for error in errors:
            group.create_task(fail(error))


async def main():
    try:
        try:
            await run(ValueError("v"), TypeError("t"), OSError("o"))
        except* ValueError:
            raise KeyError("from the handler")
        except* TypeError:
            raise
    except BaseException as error:
        print(repr(error))
        for e in error.exceptions:
            print("  ", repr(e), "| context:", repr(e.__context__))
    for stop in ("naked", "in a group"):
        try:
            try:
                await run(ValueError("v"))
            except* ValueError as group:
                raise (RuntimeError("new") if stop == "naked" else group.exceptions[0]) from None
        except* RuntimeError as error:
            print("RuntimeError:", repr(error))
        except* ValueError as error:
            print("ValueError:", repr(error))


asyncio.run(main())
