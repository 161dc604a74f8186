# Tasks need a running loop: at module level there is none.
import asyncio


async def job():
    print("never runs")


coroutine = job()
try:
    task = asyncio.create_task(coroutine)
except RuntimeError as error:
    print("RuntimeError:", error)
coroutine.close()
for name, function in [("get_running_loop", asyncio.get_running_loop),
                       ("current_task", asyncio.current_task),
                       ("all_tasks", asyncio.all_tasks),
                       ("timeout", lambda: asyncio.timeout(1)),
                       ("sleep", lambda: asyncio.sleep(0).send(None))]:
    try:
        print(name, "works:", type(function()).__name__)
    except RuntimeError as error:
        print(f"{name}: RuntimeError: {error}")
queue, event = asyncio.Queue(), asyncio.Event()
print("primitives can be made anywhere:", queue.empty(), event.is_set())
asyncio.create_task(job())
