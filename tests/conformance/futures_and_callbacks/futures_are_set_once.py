# The states of a future and what its methods say in each.
import asyncio


def attempt(label, function, *args):
    try:
        print(f"{label}: {function(*args)!r}")
    except (asyncio.InvalidStateError, TypeError, ValueError) as error:
        print(f"{label}: {type(error).__name__}: {error}")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future, future.done(), future.cancelled())
    attempt("result of a pending one", future.result)
    attempt("exception of a pending one", future.exception)
    future.set_result([1, 2])
    print(future)
    attempt("result", future.result)
    attempt("exception", future.exception)
    attempt("set again", future.set_result, 1)
    attempt("set_exception", future.set_exception, ValueError())
    attempt("cancel", future.cancel)

    failed = loop.create_future()
    attempt("a class will do", failed.set_exception, KeyError)
    print(failed)
    attempt("exception", failed.exception)
    other = loop.create_future()
    attempt("not an exception", other.set_exception, 42)
    attempt("a class of other things", other.set_exception, int)
    attempt("result of the failed one", lambda: failed.exception().args)
    other.set_exception(ValueError("boom"))
    attempt("raises", other.result)
    print(asyncio.isfuture(other), asyncio.isfuture(3), isinstance(other, asyncio.Future))
    print(other.get_loop() is loop)


asyncio.run(main())
