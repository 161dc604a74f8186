# A race without threads: between check and act the others had their turn.
import asyncio


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = asyncio.Lock()

    async def withdraw(self, amount):
        if self.balance >= amount:
            await asyncio.sleep(0.1)  # ask the bank
            self.balance -= amount
            return True
        return False

    async def withdraw_safely(self, amount):
        async with self.lock:
            return await self.withdraw(amount)


counter = 0


async def increment(times):
    global counter
    for _ in range(times):
        value = counter
        await asyncio.sleep(0)
        counter = value + 1


async def main():
    for method in ("withdraw", "withdraw_safely"):
        account = Account(100)
        results = await asyncio.gather(*(getattr(account, method)(70) for _ in range(3)))
        print(f"{method}: {results} balance {account.balance}")
    await asyncio.gather(*(increment(10) for _ in range(5)))
    print("50 increments make", counter)


asyncio.run(main())
