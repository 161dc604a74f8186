# Nobody awaits the failing job: its error is logged when the task object dies, the program goes on.
import asyncio


async def send_mail(to):
    await asyncio.sleep(0.1)
    if "@" not in to:
        raise ValueError(f"bad address {to!r}")
    print("sent to", to)


class Mailer:
    def __init__(self):
        self.pending = set()

    def send(self, to):
        task = asyncio.create_task(send_mail(to), name=f"mail to {to}")
        self.pending.add(task)
        task.add_done_callback(self.pending.discard)

    def send_carefully(self, to):
        task = asyncio.create_task(send_mail(to))
        self.pending.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task):
        self.pending.discard(task)
        if not task.cancelled() and (e := task.exception()):
            print("noticed:", e)


async def main():
    mailer = Mailer()
    mailer.send("ann@example.org")
    mailer.send("bob")
    mailer.send_carefully("cid")
    await asyncio.sleep(1)
    print("still running,", len(mailer.pending), "pending")


asyncio.run(main())
print("exit")
