# Cellular automata on sets of cells, a maze searched with BFS, a spiral and an ASCII plot.
import math
from collections import Counter, deque

GLIDER = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}


def step(cells):
    neighbours = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {cell for cell, n in neighbours.items() if n == 3 or (n == 2 and cell in cells)}


def show(cells, w=6, h=5):
    return "\n".join("".join("#" if (x, y) in cells else "." for x in range(w)) for y in range(h))


cells = GLIDER
for generation in range(3):
    print(f"generation {generation}, {len(cells)} alive", show(cells), sep="\n")
    cells = step(step(cells))

MAZE = """\
#########
#S..#...#
##.##.#.#
#..#..#.#
#.##.##.#
#......E#
#########""".splitlines()


def solve(maze):
    start = next((r, c) for r, line in enumerate(maze) for c, ch in enumerate(line) if ch == "S")
    came_from, queue = {start: None}, deque([start])
    while queue:
        r, c = here = queue.popleft()
        if maze[r][c] == "E":
            path = set()
            while here:
                path.add(here)
                here = came_from[here]
            return path
        for there in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if maze[there[0]][there[1]] != "#" and there not in came_from:
                came_from[there] = here
                queue.append(there)


path = solve(MAZE)
print(len(path) - 1, "steps")
for r, line in enumerate(MAZE):
    print("".join("o" if (r, c) in path and ch == "." else ch for c, ch in enumerate(line)))


def spiral(n):
    grid = [[0] * n for _ in range(n)]
    r = c = dr = 0
    dc = 1
    for k in range(1, n * n + 1):
        grid[r][c] = k
        if grid[(r + dr) % n][(c + dc) % n]:
            dr, dc = dc, -dr
        r, c = r + dr, c + dc
    return grid


for line in spiral(4):
    print(*(f"{v:2d}" for v in line))
for i in range(0, 360, 45):
    print(f"{i:3}° {math.sin(math.radians(i)):+.3f} " + " " * round(10 + 10 * math.sin(math.radians(i))) + "*")
