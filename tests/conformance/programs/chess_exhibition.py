# Judit's simultaneous exhibition: one master, many boards; synchronous against asynchronous play.
import asyncio
import time

MASTER = 0.1  # seconds for a move of the master
OPPONENT = 0.5
BOARDS = 6
PAIRS = 10


def game_sync(board):
    for _ in range(PAIRS):
        time.sleep(MASTER)
        time.sleep(OPPONENT)
    return board


async def game(board):
    loop = asyncio.get_running_loop()
    start = loop.time()
    for pair in range(PAIRS):
        time.sleep(MASTER)  # the master thinks: nobody else can move
        if board == 0 and pair in (0, PAIRS - 1):
            print(f"  board {board} pair {pair + 1}: master moved at {loop.time():.1f}")
        await asyncio.sleep(OPPONENT)
    print(f"  board {board} took {loop.time() - start:.1f}")
    return board


async def exhibition():
    return await asyncio.gather(*(game(b) for b in range(BOARDS)))


start = time.perf_counter()
for b in range(BOARDS):
    game_sync(b)
sync_time = time.perf_counter() - start
print(f"synchronous: {sync_time:.1f} s, expected {BOARDS * PAIRS * (MASTER + OPPONENT):.1f}")

start = time.perf_counter()
boards = asyncio.run(exhibition())
async_time = time.perf_counter() - start
print(f"asynchronous: {async_time:.1f} s for {boards}, {sync_time / async_time:.2f} times as fast")
