# Children gathered together wait for each other's results; the order of start matters not.
import asyncio


async def produce(delay):
    await asyncio.sleep(delay)
    print(f"{asyncio.get_running_loop().time()} produced")
    return delay * 100


async def consume(source, name):
    value = await source
    print(f"{asyncio.get_running_loop().time()} {name} got {value}")
    await asyncio.sleep(value / 1000)
    return f"{name}:{value}"


async def main():
    source = asyncio.ensure_future(produce(2))
    results = await asyncio.gather(
        consume(source, "first"), source, consume(source, "second"), produce(1)
    )
    print(results)
    pair = {}

    async def ping():
        pair["ping"] = asyncio.get_running_loop().create_future()
        return await pair["ping"]

    async def pong():
        pair["ping"].set_result("pong!")
        return "ping!"

    print(await asyncio.gather(ping(), pong()))


asyncio.run(main())
