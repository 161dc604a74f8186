# The traceback of a group that nobody catches shows each failure with its own frames.
import asyncio


async def connect(host, port):
    await asyncio.sleep(port / 1000)
    if port > 100:
        raise ConnectionRefusedError(f"{host}:{port}")
    return host


async def parse(text):
    await asyncio.sleep(0.08)
    try:
        return int(text)
    except ValueError as error:
        error.add_note("while parsing the configuration")
        raise


async def subsystem():
    async with asyncio.TaskGroup() as group:
        group.create_task(parse("12"))
        group.create_task(parse("twelve"))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(subsystem())
        group.create_task(connect("example.org", 80))
        await asyncio.sleep(0.08)
        raise LookupError("in the body")


asyncio.run(main())
