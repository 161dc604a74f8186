# asyncio.Runner keeps one loop and one context for several coroutines.
import asyncio
import contextvars

session = contextvars.ContextVar("session", default="nobody")


async def login(name):
    await asyncio.sleep(0.1)
    session.set(name)
    return id(asyncio.get_running_loop()), asyncio.current_task().get_name()


async def whoami():
    return session.get(), asyncio.get_running_loop().time()


async def leave_a_task_behind():
    async def background():
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            print("background cancelled")
            raise

    asyncio.create_task(background(), name="left behind")
    await asyncio.sleep(0)
    return sorted(t.get_name() for t in asyncio.all_tasks())


with asyncio.Runner(debug=False) as runner:
    loop_id, name = runner.run(login("ann"))
    print(name, runner.run(whoami()))
    print("same loop:", loop_id == id(runner.get_loop()), runner.get_loop().is_running())
    print(runner.run(leave_a_task_behind()))
    print("the task lives on between the runs")
    try:
        runner.run(asyncio.sleep(1, result=1 / 2))
        runner.run("not a coroutine")
    except ValueError as e:
        print("ValueError:", e)
    other = contextvars.copy_context()
    print(runner.run(whoami(), context=other))
    print("leaving the runner")
print("after the runner", session.get())
late = whoami()
try:
    runner.run(late)
except RuntimeError as e:
    print("RuntimeError:", e)
late.close()


async def nested():
    coro = whoami()
    try:
        asyncio.run(coro)
    except RuntimeError as e:
        coro.close()
        return str(e)


print(asyncio.run(nested()))
