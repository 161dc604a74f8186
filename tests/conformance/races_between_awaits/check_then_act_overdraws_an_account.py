# Two withdrawals see the same balance when an await lies between check and change.
import asyncio


class Account:
    def __init__(self, balance: float) -> None:
        self.balance = balance
        self.lock = asyncio.Lock()

    async def withdraw(self, amount: float) -> bool:
        if self.balance >= amount:
            await asyncio.sleep(0.1)  # ask the bank's server
            self.balance -= amount
            return True
        return False

    async def withdraw_safely(self, amount: float) -> bool:
        async with self.lock:
            return await self.withdraw(amount)


async def main() -> None:
    joint = Account(100)
    print(await asyncio.gather(joint.withdraw(80), joint.withdraw(70)), f"{joint.balance:+.2f}")
    joint = Account(100)
    print(
        await asyncio.gather(joint.withdraw_safely(80), joint.withdraw_safely(70)),
        f"{joint.balance:+.2f}",
    )


asyncio.run(main())
