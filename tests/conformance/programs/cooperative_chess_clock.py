# Two players share a clock: only one side's time runs, a flag falls when it is used up.
import asyncio


class Clock:
    def __init__(self, seconds):
        self.left = {"white": seconds, "black": seconds}
        self.side, self.since, self._flag = None, 0.0, None
        self.fallen = asyncio.get_running_loop().create_future()

    def press(self, side_to_move):
        loop = asyncio.get_running_loop()
        self._stop()
        self.side, self.since = side_to_move, loop.time()
        self._flag = loop.call_later(self.left[side_to_move], self._fall, side_to_move)

    def _stop(self):
        if self.side:
            self.left[self.side] -= asyncio.get_running_loop().time() - self.since
            self._flag.cancel()
            self.side = None

    def _fall(self, side):
        if not self.fallen.done():
            self.fallen.set_result(side)

    def __str__(self):
        return " ".join(f"{side} {max(0, s):.2f}" for side, s in self.left.items())


async def player(side, other, thinking, clock, turn, handover):
    for n, seconds in enumerate(thinking, 1):
        await turn.wait()
        turn.clear()
        await asyncio.sleep(seconds)
        clock.press(other)
        print(f"{asyncio.get_running_loop().time():5.2f} {side} played move {n} | {clock}")
        handover.set()
    return f"{side} resigns"


async def game(white, black, seconds):
    clock = Clock(seconds)
    white_turn, black_turn = asyncio.Event(), asyncio.Event()
    players = [
        asyncio.create_task(player("white", "black", white, clock, white_turn, black_turn)),
        asyncio.create_task(player("black", "white", black, clock, black_turn, white_turn)),
    ]
    clock.press("white")
    white_turn.set()
    done, pending = await asyncio.wait([clock.fallen, *players], return_when=asyncio.FIRST_COMPLETED)
    for p in pending:
        p.cancel()
    await asyncio.gather(*players, return_exceptions=True)
    clock._stop()
    result = f"{clock.fallen.result()}'s flag fell" if clock.fallen.done() and not clock.fallen.cancelled() else done.pop().result()
    print(f"{result} at {asyncio.get_running_loop().time():.2f} ({clock})")


async def main():
    await game([1, 2.5, 0.5], [2, 4, 9], seconds=10)
    await game([0.5, 0.25, 1], [1, 9], seconds=5)


asyncio.run(main())
