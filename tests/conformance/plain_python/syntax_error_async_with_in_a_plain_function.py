# async with, async for and async comprehensions belong into async functions.
import asyncio

lock = asyncio.Lock()


def critical():
    async with lock:
        print("inside")


critical()
