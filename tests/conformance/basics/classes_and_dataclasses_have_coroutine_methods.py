# Objects with async methods, class methods and properties that return awaitables.
import asyncio
from dataclasses import dataclass, field


@dataclass
class Account:
    owner: str
    balance: float = 0.0
    history: list[str] = field(default_factory=list)

    async def deposit(self, amount: float) -> float:
        await asyncio.sleep(0.1)
        self.balance += amount
        self.history.append(f"+{amount:.2f}")
        return self.balance

    @classmethod
    async def open(cls, owner: str) -> "Account":
        await asyncio.sleep(0.5)
        return cls(owner)

    @staticmethod
    async def limit() -> int:
        return 1_000

    @property
    def statement(self):
        async def build():
            await asyncio.sleep(0.2)
            return f"{self.owner}: {self.balance:,.2f} {self.history}"

        return build()

    async def __call__(self, amount):
        return await self.deposit(amount)


async def main():
    ann, bob = await asyncio.gather(Account.open("Ann"), Account.open("Bob"))
    print(ann, bob, await Account.limit())
    print(await asyncio.gather(ann.deposit(100), bob.deposit(5), ann.deposit(20.5), bob(1.25)))
    print(await ann.statement)
    print(await bob.statement, f"at {asyncio.get_running_loop().time():.1f}")
    print(ann == Account("Ann", 120.5, ["+100.00", "+20.50"]))


asyncio.run(main())
