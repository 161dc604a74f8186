# wait() returns each task's index; the last to arrive gets the highest and runs on at once.
import asyncio


async def player(name, barrier):
    index = await barrier.wait()
    role = "deals the cards" if index == 0 else "plays"
    print(f"{name}: index {index}, {role}")
    async with barrier as position:
        print(f"{name}: second round at position {position}")
    return index


async def main():
    barrier = asyncio.Barrier(4)
    indices = await asyncio.gather(*(player(n, barrier) for n in ("N", "E", "S", "W")))
    print(indices, barrier.n_waiting)
    try:
        asyncio.Barrier(0)
    except ValueError as e:
        print("ValueError:", e)


asyncio.run(main())
