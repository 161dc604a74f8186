# A small game: a scripted player, monsters that move on their own, and a bomb with a fuse.
import asyncio
from collections import defaultdict

ROOMS = {
    "hall": {"north": "library", "east": "kitchen"},
    "library": {"south": "hall"},
    "kitchen": {"west": "hall", "down": "cellar"},
    "cellar": {"up": "kitchen"},
}


class GameOver(Exception):
    pass


class Game:
    def __init__(self):
        self.where = {"player": "hall", "ghost": "cellar"}
        self.items = defaultdict(set, {"library": {"lamp"}, "cellar": {"gold"}})
        self.bag = set()
        self.turns = 0

    def say(self, *words):
        print(f"[{asyncio.get_running_loop().time():4.1f}]", *words)

    def move(self, who, direction):
        here = self.where[who]
        if direction not in ROOMS[here]:
            if who == "player":
                self.say("There is a wall.")
            return
        self.where[who] = ROOMS[here][direction]
        self.say(f"{who} goes {direction} to the {self.where[who]}")
        if self.where["player"] == self.where["ghost"] and "lamp" not in self.bag:
            raise GameOver(f"The ghost got you in the {self.where['player']}")

    async def ghost(self):
        for direction in ("up", "west", "north", "south", "east", "down"):
            await asyncio.sleep(4)
            self.move("ghost", direction)

    async def player(self, script):
        for line in script.split("; "):
            await asyncio.sleep(1.5)
            self.turns += 1
            match line.split():
                case ["go", direction]:
                    self.move("player", direction)
                case ["take", item] if item in self.items[self.where["player"]]:
                    self.items[self.where["player"]].remove(item)
                    self.bag.add(item)
                    self.say(f"taken: {item}")
                case ["take", item]:
                    self.say(f"There is no {item} here.")
                case ["wait", n]:
                    await asyncio.sleep(float(n))
                case _:
                    self.say(f"I don't understand {line!r}.")
        raise GameOver("You win!" if "gold" in self.bag else "You leave empty-handed.")


async def play(script):
    game = Game()
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(game.ghost())
            tg.create_task(game.player(script))
    except* GameOver as group:
        print(">>", group.exceptions[0], f"({game.turns} turns, bag: {sorted(game.bag)})")


for script in ("go east; dance; take gold; go down; take gold", "go north; take lamp; go south; go east; go down; take gold; go up", "take lamp; go up"):
    asyncio.run(play(script))
