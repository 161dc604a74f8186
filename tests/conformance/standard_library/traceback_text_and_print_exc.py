# traceback: format_exc, print_exc, format_exception_only, walking frames, in a task and nested.
import asyncio
import sys
import traceback


def divide(a, b):
    return a / b


def outer(n):
    try:
        return divide(n, 0)
    except ZeroDivisionError as e:
        raise ValueError(f"bad n: {n}") from e


try:
    outer(5)
except ValueError:
    text = traceback.format_exc()
    print(text)
    print(len(text.splitlines()) > 5, text.splitlines()[-1])
    traceback.print_exc()

try:
    divide(1, "x")
except TypeError as e:
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e)[0].strip())
    for frame, line in traceback.walk_tb(e.__traceback__):
        print(frame.f_code.co_name, line, sorted(frame.f_locals)[:2] if frame.f_code.co_name == "divide" else "")
    for entry in traceback.extract_tb(e.__traceback__):
        print(entry.name, entry.lineno, entry.line)
    traceback.print_exc(limit=1, file=sys.stdout)
    traceback.print_exception(e, chain=False, file=sys.stdout)
    exc_type, exc, tb = sys.exc_info()
    print(exc_type is TypeError, exc is e, tb is e.__traceback__, tb.tb_lineno)
print(sys.exc_info())
print(repr(traceback.format_exc()))


async def task():
    await asyncio.sleep(0.1)
    {}["key"]


async def main():
    results = await asyncio.gather(task(), return_exceptions=True)
    print("".join(traceback.format_exception(results[0])))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(task())
    except* KeyError as group:
        print(group.exceptions[0].__traceback__ is not None)
        print(traceback.format_exception_only(group.exceptions[0]))


asyncio.run(main())
