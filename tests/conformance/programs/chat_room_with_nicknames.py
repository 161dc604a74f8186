# A chat server without sockets: clients with inboxes, commands, broadcast, and leaving on cancellation.
import asyncio


class ChatRoom:
    def __init__(self):
        self.clients: dict[str, asyncio.Queue] = {}

    async def broadcast(self, sender, text):
        for name, inbox in list(self.clients.items()):
            if name != sender:
                await inbox.put(f"{sender}: {text}")

    async def join(self, name, script):
        if name in self.clients:
            return f"{name} is taken"
        self.clients[name] = asyncio.Queue()
        await self.broadcast("*", f"{name} joined ({len(self.clients)} here)")
        reader = asyncio.create_task(self._read(name), name=f"reader-{name}")
        try:
            for pause, line in script:
                await asyncio.sleep(pause)
                if not await self._handle(name, line):
                    break
            await asyncio.sleep(0.5)
        finally:
            del self.clients[name]
            reader.cancel()
            await self.broadcast("*", f"{name} left")
        return f"{name} is gone"

    async def _handle(self, name, line):
        match line.split(maxsplit=2):
            case ["/quit"]:
                return False
            case ["/who"]:
                await self.clients[name].put("here: " + ", ".join(sorted(self.clients)))
            case ["/msg", to, text] if to in self.clients:
                await self.clients[to].put(f"(private) {name}: {text}")
            case ["/msg", to, _]:
                await self.clients[name].put(f"no user {to}")
            case [command, *_] if command.startswith("/"):
                await self.clients[name].put(f"unknown command {command}")
            case _:
                await self.broadcast(name, line)
        return True

    async def _read(self, name):
        inbox = self.clients[name]
        while True:
            message = await inbox.get()
            print(f"{asyncio.get_running_loop().time():4.1f} [{name:>4}] {message}")


async def main():
    room = ChatRoom()
    ann = room.join("ann", [(0.2, "hello"), (1.0, "/who"), (1.0, "/msg bob psst, a secret"), (1, "bye")])
    bob = room.join("bob", [(0.5, "hi ann"), (0.5, "/msg zoe hey"), (0.5, "/dance now")])
    eve = asyncio.create_task(room.join("eve", [(60, "never said")]))
    people = asyncio.gather(ann, bob, room.join("ann", []))
    await asyncio.sleep(1.6)
    eve.cancel()
    print(await people, eve.cancelled())


asyncio.run(main())
