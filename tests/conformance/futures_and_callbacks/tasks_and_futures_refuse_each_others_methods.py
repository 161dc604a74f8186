# A task's result can't be set from outside; a task can't wait for itself or another loop.
import asyncio


async def sleepy():
    await asyncio.sleep(1)
    return "slept"


async def waits_for_itself():
    await asyncio.current_task()


async def main():
    task = asyncio.create_task(sleepy())
    for method, argument in [(task.set_result, 1), (task.set_exception, ValueError())]:
        try:
            method(argument)
        except RuntimeError as error:
            print("RuntimeError:", error)
    print(await task)
    try:
        await asyncio.create_task(waits_for_itself(), name="navel")
    except RuntimeError as error:
        print("RuntimeError:", str(error).split(":")[0])
    other = asyncio.new_event_loop()
    foreign = other.create_future()
    try:
        await foreign
    except RuntimeError as error:
        print("RuntimeError:", "attached to a different loop" in str(error))
    try:
        other.run_until_complete(foreign)
    except RuntimeError as error:
        print("RuntimeError:", error)
    other.close()
    try:
        asyncio.get_running_loop().run_until_complete(task)
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
