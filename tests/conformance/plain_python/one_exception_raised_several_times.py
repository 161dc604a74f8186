# Tracebacks of one exception that is raised and awaited again and again; with_traceback.
import asyncio, traceback


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    e = ValueError("shared")
    f.set_exception(e)
    for i in range(3):
        try:
            await f
        except ValueError as x:
            print(len(traceback.extract_tb(x.__traceback__)), x is e)
    g = loop.create_future()
    g.set_exception(e)
    try:
        g.result()
    except ValueError as x:
        print(len(traceback.extract_tb(x.__traceback__)))
    def raiser():
        raise e
    for i in range(3):
        try:
            raiser()
        except ValueError as x:
            print(len(traceback.extract_tb(x.__traceback__)))
    e.__traceback__ = None
    try:
        raise e.with_traceback(None)
    except ValueError as x:
        tb = x.__traceback__
    print(tb.tb_lineno, tb.tb_next)
    try:
        raise KeyError("borrowed").with_traceback(tb)
    except KeyError as x:
        print(len(traceback.extract_tb(x.__traceback__)))
    try:
        e.__traceback__ = 3
    except TypeError as x:
        print(x)


asyncio.run(main())
