# sleep(0) puts a task at the end of the ready queue: round robin.
import asyncio


async def player(name, turns):
    for turn in range(1, turns + 1):
        print(f"{name} plays turn {turn}")
        await asyncio.sleep(0)
    print(f"{name} leaves")


async def main():
    players = [
        asyncio.create_task(player(name, turns))
        for name, turns in [("Ann", 3), ("Bob", 1), ("Cid", 2)]
    ]
    for turn in range(5):
        print("-- main", turn, [p.done() for p in players])
        await asyncio.sleep(0)
    print("time:", asyncio.get_running_loop().time())


asyncio.run(main())
