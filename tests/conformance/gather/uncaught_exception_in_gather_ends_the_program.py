# The traceback shows the await in main and the raise in the child.
import asyncio


class PaymentError(RuntimeError):
    """Raised when a card is refused."""


async def charge(card, amount):
    await asyncio.sleep(0.3)
    if amount > 100:
        raise PaymentError(f"card {card}: {amount} refused")
    print("charged", card, amount)


async def log_progress():
    try:
        while True:
            print(f"{asyncio.get_running_loop().time():.1f} ...")
            await asyncio.sleep(0.2)
    finally:
        print("progress stopped")


async def main():
    progress = asyncio.create_task(log_progress())
    await asyncio.gather(charge("A", 50), charge("B", 500), charge("C", 700))
    progress.cancel()


asyncio.run(main())
