# Taking a lock twice in one task waits for ever; a time limit turns that into an error.
import asyncio


class Account:
    def __init__(self):
        self.lock = asyncio.Lock()
        self.balance = 0

    async def deposit(self, amount):
        async with self.lock:
            self.balance += amount

    async def deposit_twice(self, amount):
        async with self.lock:
            await self.deposit(amount)
            await self.deposit(amount)


async def main():
    account = Account()
    await account.deposit(10)
    try:
        async with asyncio.timeout(3):
            await account.deposit_twice(5)
    except TimeoutError as e:
        print("deadlock noticed:", repr(e), "cause:", type(e.__cause__).__name__)
    print("balance", account.balance, "locked", account.lock.locked())
    try:
        with account.lock:
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
