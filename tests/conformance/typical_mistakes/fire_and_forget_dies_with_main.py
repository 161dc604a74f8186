# A task that nobody awaits is cancelled when main returns.
import asyncio


async def send_mail(to):
    print("sending to", to)
    await asyncio.sleep(2)
    print("sent to", to)


async def handle_request(user):
    asyncio.create_task(send_mail(user))
    return f"welcome {user}"


async def main():
    print(await handle_request("ann"))
    await asyncio.sleep(1)
    print(await handle_request("bob"))


asyncio.run(main())
print("nothing was sent")


async def better():
    async with asyncio.TaskGroup() as group:
        for user in ("ann", "bob"):
            group.create_task(send_mail(user))


asyncio.run(better())
