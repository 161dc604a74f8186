# asyncio.Runner: several runs on one loop, whose clock and tasks go on.
import asyncio


async def tick(label):
    await asyncio.sleep(1)
    loop = asyncio.get_running_loop()
    print(label, loop.time(), asyncio.current_task().get_name())
    return loop


async def start_background():
    async def background():
        for i in range(5):
            print("background", i, asyncio.get_running_loop().time())
            await asyncio.sleep(0.5)

    return asyncio.create_task(background())


with asyncio.Runner() as runner:
    one = runner.run(tick("one"))
    task = runner.run(start_background())
    two = runner.run(tick("two"))
    print("same loop:", one is two is runner.get_loop(), "done:", task.done())
print("closed:", one.is_closed(), "cancelled:", task.cancelled())
try:
    runner.run(coroutine := tick("three"))
except RuntimeError as error:
    print("RuntimeError:", error)
coroutine.close()
