# What the function in the thread raises is raised at the await.
import asyncio
import time


class DatabaseError(Exception):
    def __init__(self, code):
        super().__init__(f"database error {code}")
        self.code = code


def query(code):
    time.sleep(0.5)
    if code:
        raise DatabaseError(code)
    return "rows"


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.to_thread(query, 7)
    except DatabaseError as error:
        print("caught", repr(error), error.code, "at", loop.time())
    print(await asyncio.gather(
        asyncio.to_thread(query, 0),
        asyncio.to_thread(query, 3),
        asyncio.to_thread(int, "seven"),
        return_exceptions=True,
    ))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.to_thread(query, 1))
            group.create_task(asyncio.to_thread(time.sleep, 2))
            other = group.create_task(asyncio.sleep(5))
    except* DatabaseError as group:
        print(group.exceptions, other.cancelled(), loop.time())
    await asyncio.to_thread(query, 99)


asyncio.run(main())
