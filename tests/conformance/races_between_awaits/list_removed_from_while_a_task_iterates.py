# A list that shrinks while another task walks over it makes that task skip items.
import asyncio


async def visit(items, seen):
    for item in items:
        seen.append(item)
        await asyncio.sleep(1)


async def remove_front(items):
    await asyncio.sleep(1.5)
    print("removing", items.pop(0))
    await asyncio.sleep(1)
    items.append("new")


async def main():
    items, seen = ["a", "b", "c", "d", "e"], []
    await asyncio.gather(visit(items, seen), remove_front(items))
    print(seen, items)


asyncio.run(main())
