# A barrier holds tasks until all have arrived, phase after phase.
import asyncio


async def hiker(name, speed, barrier, stages):
    for stage in stages:
        await asyncio.sleep(len(stage) / speed)
        t = asyncio.get_running_loop().time()
        print(f"{t:5.2f} {name} reaches the {stage} ({barrier.n_waiting} there)")
        await barrier.wait()
    return name


async def main():
    hikers = {"Ivo": 4.0, "Mia": 5.0, "Leo": 2.0}
    barrier = asyncio.Barrier(len(hikers))
    print("parties:", barrier.parties)
    async with asyncio.TaskGroup() as tg:
        for name, speed in hikers.items():
            tg.create_task(hiker(name, speed, barrier, ("hut", "lake", "summit")))
    print("waiting:", barrier.n_waiting, "broken:", barrier.broken)


asyncio.run(main())
