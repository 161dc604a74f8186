# Random transfers between accounts keep the total only if each transfer is protected; locks in a fixed order.
import asyncio
import random


class Account:
    def __init__(self, number: int, balance: int):
        self.number, self.balance = number, balance
        self.lock = asyncio.Lock()


async def unsafe_transfer(a, b, amount):
    balance_a, balance_b = a.balance, b.balance
    await asyncio.sleep(0.01)
    a.balance, b.balance = balance_a - amount, balance_b + amount


async def safe_transfer(a, b, amount):
    first, second = sorted((a, b), key=lambda acc: acc.number)
    async with first.lock, second.lock:
        await unsafe_transfer(a, b, amount)


async def simulate(transfer, seed):
    rng = random.Random(seed)
    accounts = [Account(i, 1000) for i in range(4)]
    jobs = []
    for _ in range(50):
        a, b = rng.sample(accounts, 2)
        jobs.append(transfer(a, b, rng.randint(1, 100)))
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.gather(*jobs)
    balances = [acc.balance for acc in accounts]
    return balances, sum(balances), loop.time() - start


async def main():
    for transfer in (unsafe_transfer, safe_transfer):
        balances, total, seconds = await simulate(transfer, seed=2025)
        verdict = "consistent" if total == 4000 else f"{total - 4000:+d} out of thin air"
        print(f"{transfer.__name__:<16} {balances} total {total} in {seconds:.2f}s: {verdict}")


if __name__ == "__main__":
    asyncio.run(main())
