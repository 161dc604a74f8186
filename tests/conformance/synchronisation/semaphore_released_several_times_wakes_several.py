# Three releases in one step wake three waiters, in their order.
import asyncio


async def guest(n, tickets):
    await tickets.acquire()
    print(f"guest {n} enters at {asyncio.get_running_loop().time():g}")


async def box_office(tickets):
    for batch in (1, 3, 2):
        await asyncio.sleep(1)
        print("selling", batch)
        for _ in range(batch):
            tickets.release()


async def main():
    tickets = asyncio.Semaphore(0)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(box_office(tickets))
        for n in range(6):
            tg.create_task(guest(n, tickets))
    print("sold out:", tickets.locked())
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print("ValueError:", e)


asyncio.run(main())
