# Ends with: finished
import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise
    finally:
        print("slow tidies up")


async def fails():
    await asyncio.sleep(0.01)
    raise ValueError("no such file")


async def main():
    try:
        await asyncio.wait_for(slow(), timeout=0.01)
    except asyncio.TimeoutError:
        print("wait_for gave up")
    try:
        async with asyncio.timeout(0.01):
            await slow()
    except TimeoutError as error:
        print("timeout", repr(error))
    task = asyncio.create_task(slow())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled:", task.cancelled())
    results = await asyncio.gather(fails(), asyncio.sleep(0.01, "fine"), return_exceptions=True)
    print(results)
    try:
        await fails()
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
    else:
        print("unexpected")
    done, pending = await asyncio.wait(
        [asyncio.create_task(asyncio.sleep(delay, delay)) for delay in (0.01, 0.02)],
        return_when=asyncio.FIRST_COMPLETED,
    )
    print(len(done), len(pending))
    for task in pending:
        task.cancel()
    for coming in asyncio.as_completed([asyncio.sleep(0.02, "second"), asyncio.sleep(0.01, "first")]):
        print(await coming)
    print(await asyncio.shield(asyncio.sleep(0.01, "shielded")))
    print("finished")


asyncio.run(main())
