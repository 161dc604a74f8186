# Reserving before the await (no lock at all) is enough, as only awaits give way.
import asyncio
import random


async def pay(rng):
    await asyncio.sleep(rng.uniform(0.1, 0.5))
    return rng.random() > 0.3


async def book_late(seats, person, rng):
    free = [s for s, owner in seats.items() if owner is None]
    if not free:
        return None
    seat = free[0]
    if await pay(rng):
        if seats[seat] is not None:
            print(f"  {person} takes {seat} away from {seats[seat]}!")
        seats[seat] = person
        return seat


async def book_first(seats, person, rng):
    seat = next((s for s, owner in seats.items() if owner is None), None)
    if seat is None:
        return None
    seats[seat] = person
    if await pay(rng):
        return seat
    seats[seat] = None
    print(f"  {person}'s payment failed, {seat} is free again")


async def main():
    for book in (book_late, book_first):
        rng = random.Random(3)
        seats = dict.fromkeys(("1A", "1B", "1C"))
        print(book.__name__)
        people = ("Kim", "Lou", "Max", "Ned")
        got = await asyncio.gather(*(book(seats, p, rng) for p in people))
        print(" ", dict(zip(people, got)))
        print(" ", seats)


asyncio.run(main())
