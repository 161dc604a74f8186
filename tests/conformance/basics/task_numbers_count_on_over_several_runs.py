# "Task-N" counts in the whole process; named tasks do not use up a number.
import asyncio


async def show():
    name = asyncio.current_task().get_name()
    print(name)
    return name


async def main(label):
    print(label, await show())
    await asyncio.create_task(show())
    await asyncio.create_task(show(), name=f"{label} named")
    await asyncio.gather(show(), show())


asyncio.run(main("first"))
asyncio.run(main("second"))
loop = asyncio.new_event_loop()
loop.run_until_complete(main("third"))
loop.close()
