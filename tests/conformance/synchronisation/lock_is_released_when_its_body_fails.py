# `async with lock` gives the lock back when the body raises, and the error goes on.
import asyncio


async def withdraw(lock, balance, amount):
    async with lock:
        print(f"checking {amount} against {balance['euro']}")
        await asyncio.sleep(0.1)
        if amount > balance["euro"]:
            raise ValueError(f"cannot withdraw {amount}")
        balance["euro"] -= amount
        return balance["euro"]


async def main():
    lock = asyncio.Lock()
    balance = {"euro": 100}
    results = await asyncio.gather(
        withdraw(lock, balance, 70),
        withdraw(lock, balance, 50),
        withdraw(lock, balance, 30),
        return_exceptions=True,
    )
    for r in results:
        print(type(r).__name__, r)
    print("free again:", not lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print("RuntimeError:", e)


asyncio.run(main())
