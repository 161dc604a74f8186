# Cancelling who waits on shield() leaves the shielded task running.
import asyncio


async def payment():
    print("payment begins")
    await asyncio.sleep(2)
    print("payment ends at", asyncio.get_running_loop().time())
    return "paid"


async def request(task):
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        print("request cancelled; payment done:", task.done(), "cancelled:", task.cancelled())
        raise


async def main():
    task = asyncio.create_task(payment())
    req = asyncio.create_task(request(task))
    await asyncio.sleep(1)
    req.cancel()
    try:
        await req
    except asyncio.CancelledError:
        print("main: the request is cancelled at", asyncio.get_running_loop().time())
    print("main:", await task)

    # The other way round: the shielded task is cancelled, its waiter sees it.
    task = asyncio.create_task(payment())
    req = asyncio.create_task(request(task))
    await asyncio.sleep(0.5)
    task.cancel()
    await asyncio.wait([req])
    print(req.cancelled(), task.cancelled())
    print(await asyncio.shield(asyncio.sleep(0.1, "plain use")))


asyncio.run(main())
