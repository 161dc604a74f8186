# A server drains its connections when told to stop; those that take too long are cancelled.
import asyncio
import logging

logging.basicConfig(level=logging.INFO, format="%(name)s %(levelname)s %(message)s")
log = logging.getLogger("server")


class Server:
    def __init__(self, grace: float):
        self.grace = grace
        self.connections: set[asyncio.Task] = set()
        self.accepting = True
        self.served = 0

    def connect(self, client_id: int, seconds: float) -> bool:
        if not self.accepting:
            log.warning("refused client %d", client_id)
            return False
        task = asyncio.create_task(self._serve(client_id, seconds), name=f"client-{client_id}")
        self.connections.add(task)
        task.add_done_callback(self.connections.discard)
        return True

    async def _serve(self, client_id, seconds):
        log.info("client %d connected", client_id)
        try:
            await asyncio.sleep(seconds)
            self.served += 1
        except asyncio.CancelledError:
            log.warning("client %d cut off", client_id)
            await asyncio.sleep(0.1)  # say goodbye
            raise
        else:
            log.info("client %d done", client_id)

    async def shutdown(self):
        self.accepting = False
        log.info("draining %d connections", len(self.connections))
        if self.connections:
            done, pending = await asyncio.wait(self.connections, timeout=self.grace)
            log.info("%d finished in time, %d did not", len(done), len(pending))
            for task in sorted(pending, key=lambda t: t.get_name()):
                task.cancel()
            await asyncio.gather(*pending, return_exceptions=True)


async def main():
    server = Server(grace=2.0)
    loop = asyncio.get_running_loop()
    stop = loop.create_future()
    loop.call_later(3.2, stop.set_result, "SIGTERM")
    for i, seconds in enumerate([1, 2.5, 9, 1.5, 0.5]):
        server.connect(i, seconds)
        await asyncio.sleep(0.7)
    log.info("received %s", await stop)
    draining = asyncio.create_task(server.shutdown())
    await asyncio.sleep(0.1)
    server.connect(99, 1)
    await draining
    print(f"{server.served} served, {len(server.connections)} left, {loop.time():.1f}s")


asyncio.run(main())
