# Commands become events in a log; projections are folded from it and fed live by subscribers.
import asyncio
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Event:
    at: datetime
    account: str
    amount: int


@dataclass(frozen=True)
class Deposited(Event): ...


@dataclass(frozen=True)
class Withdrawn(Event): ...


class Store:
    def __init__(self):
        self.log: list[Event] = []
        self.changed = asyncio.Condition()

    async def append(self, event):
        async with self.changed:
            self.log.append(event)
            self.changed.notify_all()

    async def follow(self, start=0):
        position = start
        while True:
            async with self.changed:
                await self.changed.wait_for(lambda: len(self.log) > position)
            while position < len(self.log):
                yield position, self.log[position]
                position += 1


def balance(events, account):
    total = 0
    for event in events:
        match event:
            case Deposited(account=a, amount=n) | Withdrawn(_, a, n) if a == account:
                total += n if isinstance(event, Deposited) else -n
    return total


async def withdraw(store, account, amount):
    if balance(store.log, account) < amount:
        return print("refused:", account, "cannot withdraw", amount)
    await store.append(Withdrawn(datetime.now(), account, amount))


async def projection(store, name, count):
    totals = {}
    async for position, event in store.follow():
        sign = 1 if isinstance(event, Deposited) else -1
        totals[event.account] = totals.get(event.account, 0) + sign * event.amount
        print(f"{name} #{position} {event.at:%H:%M:%S} {type(event).__name__:<9} -> {totals}")
        if position + 1 == count:
            return totals


async def main():
    store = Store()
    reader = asyncio.create_task(projection(store, "live", 3))
    await store.append(Deposited(datetime.now(), "ann", 100))
    await asyncio.sleep(1)
    await withdraw(store, "ann", 30)
    await asyncio.sleep(61)
    await withdraw(store, "ann", 71)
    await store.append(Deposited(datetime.now(), "ann", 1))
    totals = await reader
    assert totals == await projection(store, "replay", 3)


asyncio.run(main())
