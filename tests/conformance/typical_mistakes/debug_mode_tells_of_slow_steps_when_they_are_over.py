# Debug mode logs a slow step after its end: the task is done by then, or waits for something.
import asyncio
import contextvars
import logging
import sys
import time

logging.basicConfig(level=logging.DEBUG, format="%(name)s %(levelname)s %(message).37s", stream=sys.stdout)
var = contextvars.ContextVar("var")


async def slow():
    time.sleep(0.2)


async def slow_then_waits():
    time.sleep(0.2)
    await asyncio.sleep(0.1)


async def slow_and_fails():
    time.sleep(0.2)
    raise ValueError("late")


async def main():
    token = var.set(1)
    print(token.old_value, token.old_value is contextvars.Token.MISSING, type(token.old_value).__name__)
    print(await asyncio.gather(slow(), slow_then_waits(), slow_and_fails(), return_exceptions=True))


asyncio.run(main(), debug=True)
