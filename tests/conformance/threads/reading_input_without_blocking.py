# input() in a thread while the loop works; here the input is empty and ends at once.
import asyncio


async def worker():
    for i in range(3):
        await asyncio.sleep(0.2)
        print("working", i)


async def ask(question):
    try:
        return await asyncio.to_thread(input, question)
    except EOFError as error:
        print()
        return f"nobody answered ({error})"


async def main():
    task = asyncio.create_task(worker())
    print("answer:", await ask("What is your name? "))
    await task


asyncio.run(main())
