# A generator, a coroutine or an async generator that stands still shows its line and its variables.
import asyncio, inspect
def g(a):
    b = a + 1
    yield b
    x = yield b * 2
async def co(n):
    v = n * 2
    await asyncio.sleep(1)
    return v
gen = g(3)
print(gen.gi_frame.f_lineno, gen.gi_frame.f_locals, inspect.getgeneratorstate(gen))
next(gen)
print(gen.gi_frame.f_lineno, gen.gi_frame.f_locals, inspect.getgeneratorstate(gen), gen.gi_frame.f_code.co_name)
next(gen)
print(gen.gi_frame.f_lineno, sorted(gen.gi_frame.f_locals), inspect.getgeneratorlocals(gen))
print(list(gen), gen.gi_frame)
async def main():
    c = co(4)
    print(inspect.getcoroutinestate(c), c.cr_frame.f_lineno, c.cr_frame.f_locals)
    t = asyncio.create_task(c)
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(c), c.cr_frame.f_lineno, c.cr_frame.f_locals, c.cr_await is not None, inspect.getcoroutinelocals(c))
    print([f.f_lineno for f in t.get_stack()])
    await t
    print(inspect.getcoroutinestate(c), c.cr_frame)
    async def ag():
        yield 1
        yield 2
    a = ag()
    print(a.ag_frame.f_lineno)
    await anext(a)
    print(a.ag_frame.f_lineno, a.ag_code.co_name)
asyncio.run(main())
