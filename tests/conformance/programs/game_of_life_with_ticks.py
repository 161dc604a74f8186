# Game of Life where each cell is a task that waits at a barrier for its neighbours.
import asyncio

START = [".....", "..#..", "..#..", "..#..", "....."]


class Cell:
    def __init__(self, alive):
        self.alive = alive
        self.neighbours = []

    async def live(self, barrier, generations):
        for _ in range(generations):
            n = sum(c.alive for c in self.neighbours)
            next_state = n == 3 or (self.alive and n == 2)
            await barrier.wait()
            self.alive = next_state
            await barrier.wait()


def show(grid):
    return "\n".join("".join("#" if c.alive else "." for c in row) for row in grid)


async def display(grid, barrier, generations):
    print(show(grid))
    for g in range(1, generations + 1):
        await barrier.wait()
        await barrier.wait()
        await asyncio.sleep(0.5)
        print(f"-- generation {g} at {asyncio.get_running_loop().time()}")
        print(show(grid))


async def main(generations=2):
    grid = [[Cell(ch == "#") for ch in row] for row in START]
    h, w = len(grid), len(grid[0])
    for y in range(h):
        for x in range(w):
            grid[y][x].neighbours = [
                grid[(y + dy) % h][(x + dx) % w]
                for dy in (-1, 0, 1)
                for dx in (-1, 0, 1)
                if (dy, dx) != (0, 0)
            ]
    barrier = asyncio.Barrier(h * w + 1)
    async with asyncio.TaskGroup() as tg:
        for row in grid:
            for cell in row:
                tg.create_task(cell.live(barrier, generations))
        tg.create_task(display(grid, barrier, generations))
    print(sum(c.alive for row in grid for c in row), "alive")


asyncio.run(main())
