# create_task needs a running loop; its coroutine lives as long as the error.
import asyncio


async def main():
    print("hi")


def start():
    asyncio.create_task(main())


try:
    start()
except RuntimeError as error:
    print("caught", error)
print("after")
try:
    asyncio.wait_for(main(), 1).send(None)
except RuntimeError as error:
    print("caught", error)
print("after")
loop = asyncio.new_event_loop()
loop.close()
try:
    loop.create_task(main())
except RuntimeError as error:
    print("caught", error)
try:
    loop.run_until_complete(main())
except RuntimeError as error:
    print("caught", error)
print("after")
asyncio.create_task(main())
