# Marks in what coroutines raise, through await, gather and task groups, with causes and in logs.
import asyncio
import logging
import traceback


async def bad(x):
    await asyncio.sleep(0)
    return 1 / x


async def middle(x):
    return await bad(x)


async def assigned(x):
    y = (await bad(x)) + 1
    return y


async def numbers():
    yield 1
    try:
        yield 1 + (await middle(0))
    except ZeroDivisionError as error:
        raise RuntimeError("in a generator",
                           "over lines") from error


async def sum_up():
    async for number in numbers():
        print(number)


async def main():
    for function in (middle, assigned):
        try:
            await function(0)
        except ZeroDivisionError:
            traceback.print_exc()
        try:
            await asyncio.gather(function(1), function(0),
                                 function(2))
        except ZeroDivisionError:
            traceback.print_exc()
        try:
            async with asyncio.timeout(1), asyncio.TaskGroup() as tasks:
                tasks.create_task(function(1))
                tasks.create_task(function(0))
        except* ZeroDivisionError as group:
            traceback.print_exception(group.exceptions[0])
            for frame in traceback.extract_tb(group.exceptions[0].__traceback__):
                print(frame.lineno, frame.end_lineno, frame.colno, frame.end_colno, frame.line, frame.name)
            print("".join(traceback.TracebackException.from_exception(group).stack.format()))
            logging.exception("a group")
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(3)
    except TimeoutError:
        traceback.print_exc()
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    forgotten = asyncio.create_task(bad(0))
    await asyncio.sleep(1)
    del forgotten
    await sum_up()


asyncio.run(main())
