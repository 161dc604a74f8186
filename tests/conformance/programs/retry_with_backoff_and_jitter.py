# A decorator that retries with exponential backoff, jitter, a list of exceptions and a limit.
import asyncio
import functools
import random

rng = random.Random(99)


class ServiceUnavailable(Exception):
    pass


def retry(*exceptions, attempts=4, base=0.5, factor=2.0, jitter=0.1):
    def decorate(func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            delay = base
            for attempt in range(1, attempts + 1):
                try:
                    return await func(*args, **kwargs)
                except exceptions as exc:
                    if attempt == attempts:
                        exc.add_note(f"gave up after {attempts} attempts")
                        raise
                    pause = delay + rng.uniform(-jitter, jitter) * delay
                    now = asyncio.get_running_loop().time()
                    print(f"  [{now:5.2f}] {func.__name__}{args} failed: {exc!r}; retry {attempt} in {pause:.2f}s")
                    await asyncio.sleep(pause)
                    delay *= factor

        return wrapper

    return decorate


failures = {"flaky": 2, "dead": 99, "wrong": 1}


@retry(ServiceUnavailable, TimeoutError)
async def call(service):
    await asyncio.sleep(0.1)
    if service == "slow":
        async with asyncio.timeout(0.2):
            await asyncio.sleep(1)
    if service == "wrong":
        raise KeyError(service)
    if failures.get(service, 0) > 0:
        failures[service] -= 1
        raise ServiceUnavailable(f"{service} returned 503")
    return f"{service}: 200 OK"


async def main():
    for service in ("stable", "flaky", "wrong", "slow", "dead"):
        print(service)
        try:
            print(" ", await call(service))
        except Exception as e:
            print("  error:", type(e).__name__, e, getattr(e, "__notes__", []))


asyncio.run(main())
