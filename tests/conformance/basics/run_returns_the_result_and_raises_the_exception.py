# asyncio.run: result, exception with its line, and what it refuses.
import asyncio


async def answer():
    await asyncio.sleep(0.5)
    return {"answer": 42}


async def fail():
    await asyncio.sleep(0.5)
    return [1, 2, 3][7]


print(asyncio.run(answer()))
try:
    asyncio.run(fail())
except IndexError as error:
    print("IndexError:", error)
for wrong in (answer, 42):
    try:
        asyncio.run(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(" <")[0])
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print("RuntimeError:", error)
asyncio.run(fail())
