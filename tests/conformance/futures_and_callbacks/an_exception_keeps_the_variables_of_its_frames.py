# An exception's traceback holds its frames and their variables; in a circle they live to the end.
import asyncio


async def boom():
    await asyncio.sleep(0)
    raise ValueError("unseen")


async def main():
    t = asyncio.create_task(boom())
    await asyncio.sleep(0.1)
    print("drop")
    t = None
    print("dropped")
    errors = []
    async def keep():
        try:
            await asyncio.create_task(boom())
        except ValueError as e:
            errors.append(e)
    await keep()
    print(errors[0].__traceback__.tb_frame.f_code.co_name, errors[0].__traceback__.tb_next.tb_frame.f_code.co_name)
    class Noisy:
        def __init__(self, n):
            self.n = n
        def __del__(self):
            print("del", self.n)
    def f():
        a = Noisy("a")
        raise KeyError("f")
    try:
        f()
    except KeyError as e:
        print("handling")
    print("after")
    saved = None
    try:
        f()
    except KeyError as e:
        saved = e
    print("saved", list(saved.__traceback__.tb_next.tb_frame.f_locals))
    saved = None
    print("cleared")
    def g():
        b = Noisy("b")
        try:
            raise KeyError("g")
        except KeyError as e:
            return e
    x = g()
    print("g returned")
    x = x.with_traceback(None)
    print("no traceback")
    def cycle():
        c = Noisy("cycle")
        try:
            1 / 0
        except ZeroDivisionError as e:
            kept = e
    cycle()
    print("end")


asyncio.run(main())
print("module end")
