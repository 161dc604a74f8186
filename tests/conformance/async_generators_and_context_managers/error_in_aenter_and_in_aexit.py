# If __aenter__ fails there is no __aexit__; an error in __aexit__ replaces the body's and keeps it as context.
import asyncio


class Manager:
    def __init__(self, fail_on):
        self.fail_on = fail_on

    async def __aenter__(self):
        if self.fail_on == "enter":
            raise ConnectionError("refused")
        print("enter")

    async def __aexit__(self, *args):
        print("exit", args[0])
        if self.fail_on == "exit":
            raise ConnectionResetError("while closing")


async def use(fail_on, body_fails):
    try:
        async with Manager(fail_on):
            if body_fails:
                raise ValueError("body")
    except Exception as e:
        print(f"-> {e!r}, context: {e.__context__!r}, cause: {e.__cause__!r}")
    else:
        print("-> fine")


async def main():
    for fail_on in ("never", "enter", "exit"):
        for body_fails in (False, True):
            print(f"[{fail_on}, {body_fails}]")
            await use(fail_on, body_fails)


asyncio.run(main())
