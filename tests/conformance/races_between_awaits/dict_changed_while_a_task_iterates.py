# A loop over a dict that awaits in its body breaks when another task adds a key.
import asyncio


async def broadcast(clients, message):
    sent = 0
    for name, inbox in clients.items():
        await asyncio.sleep(0.1)
        inbox.append(message)
        sent += 1
    return sent


async def broadcast_copy(clients, message):
    for name, inbox in list(clients.items()):
        await asyncio.sleep(0.1)
        inbox.append(message)
    return len(clients)


async def join_late(clients):
    await asyncio.sleep(0.15)
    clients["late"] = []


async def main():
    for send in (broadcast, broadcast_copy):
        clients = {"ann": [], "bob": [], "cid": []}
        result, _ = await asyncio.gather(
            send(clients, "hi"), join_late(clients), return_exceptions=True
        )
        print(send.__name__, repr(result), clients)

    people = {"x": 1, "y": 2}
    try:
        for p in people:
            await asyncio.sleep(0)
            del people[p]
    except RuntimeError as e:
        print(e, people)


asyncio.run(main())
