# __aenter__ gives the value of `as`; __aexit__ sees the exception and may swallow it.
import asyncio


class Connection:
    def __init__(self, host, swallow=()):
        self.host, self.swallow = host, swallow

    async def __aenter__(self):
        await asyncio.sleep(0.2)
        print(f"connected to {self.host}")
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await asyncio.sleep(0.1)
        print(f"closed {self.host}: {exc_type and exc_type.__name__}, {exc}, {tb is not None}")
        return isinstance(exc, self.swallow)


async def main():
    loop = asyncio.get_running_loop()
    async with Connection("alpha") as a, Connection("beta") as b:
        print("both", a.host, b.host, f"{loop.time():.1f}")
    async with Connection("gamma", swallow=(KeyError,)):
        {}["missing"]
    print("swallowed")
    try:
        async with Connection("delta", swallow=(KeyError,)):
            1 / 0
    except ZeroDivisionError as e:
        print("passed on:", e)

    async def leave_early():
        async with (
            Connection("epsilon"),
            Connection("zeta"),
        ):
            return "returned"

    print(await leave_early())
    print(f"{loop.time():.1f}")


asyncio.run(main())
