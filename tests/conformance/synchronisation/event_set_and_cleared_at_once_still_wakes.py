# Waiters are woken by set() even if clear() follows in the same step.
import asyncio


async def listener(name, event, heard):
    while len(heard) < 6:
        await event.wait()
        heard.append(name)
        await asyncio.sleep(0)


async def main():
    pulse = asyncio.Event()
    heard = []
    tasks = [asyncio.create_task(listener(n, pulse, heard)) for n in "xy"]
    for beat in range(4):
        await asyncio.sleep(1)
        pulse.set()
        pulse.clear()
        print(f"beat {beat}: {''.join(heard) or '-'} (set: {pulse.is_set()})")
    await asyncio.sleep(1)
    print("".join(heard), [t.done() for t in tasks])


asyncio.run(main())
