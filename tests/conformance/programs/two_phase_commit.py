# A coordinator asks participants to prepare; one no or a timeout aborts all.
import asyncio
from enum import StrEnum, auto


class Vote(StrEnum):
    YES = auto()
    NO = auto()


class Participant:
    def __init__(self, name, delay, vote=Vote.YES):
        self.name, self.delay, self.vote = name, delay, vote
        self.state = "idle"

    async def prepare(self, tx):
        self.state = "preparing"
        try:
            await asyncio.sleep(self.delay)
        except asyncio.CancelledError:
            self.state = "interrupted"
            raise
        self.state = "prepared" if self.vote is Vote.YES else "refused"
        return self.vote

    async def finish(self, tx, commit):
        await asyncio.sleep(0.1)
        self.state = f"{'committed' if commit else 'aborted'} (was {self.state})"


async def transaction(tx, participants, timeout=1.0):
    loop = asyncio.get_running_loop()
    start = loop.time()
    votes = {}
    try:
        async with asyncio.timeout(timeout), asyncio.TaskGroup() as tg:
            tasks = {p: tg.create_task(p.prepare(tx)) for p in participants}
    except TimeoutError:
        reason = "timeout"
    else:
        votes = {p.name: t.result() for p, t in tasks.items()}
        no = [name for name, v in votes.items() if v == "no"]
        reason = f"refused by {', '.join(no)}" if no else None
    await asyncio.gather(*(p.finish(tx, commit=reason is None) for p in participants))
    print(f"{tx}: {'COMMIT' if reason is None else 'ABORT, ' + reason} in {loop.time() - start:.2f}s")
    for p in participants:
        print(f"   {p.name}: {p.state}")
    return reason is None


async def main():
    outcomes = [
        await transaction("tx1", [Participant("db", 0.3), Participant("cache", 0.1)]),
        await transaction("tx2", [Participant("db", 0.3), Participant("disk", 0.2, Vote.NO)]),
        await transaction("tx3", [Participant("db", 0.3), Participant("tape", 60.0)]),
    ]
    print(outcomes, Vote.YES, repr(Vote("no")), f"{Vote.NO:>4}")


asyncio.run(main())
