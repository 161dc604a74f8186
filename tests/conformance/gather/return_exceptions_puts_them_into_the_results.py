# return_exceptions=True: failures are values, told apart with isinstance.
import asyncio


class QuotaExceeded(Exception):
    def __init__(self, user, limit):
        super().__init__(f"{user} used more than {limit}")
        self.user = user


async def fetch(user):
    await asyncio.sleep(len(user) / 10)
    if user == "mallory":
        raise QuotaExceeded(user, 10)
    if user == "":
        raise ValueError
    return user.title()


async def main():
    users = ["alice", "mallory", "", "bob"]
    results = await asyncio.gather(*map(fetch, users), return_exceptions=True)
    for user, result in zip(users, results):
        match result:
            case QuotaExceeded(user=who):
                print(f"{user!r}: over quota: {who}: {result}")
            case Exception():
                print(f"{user!r}: {result!r}")
            case _:
                print(f"{user!r}: ok: {result}")
    print(results)
    print("all finished at", asyncio.get_running_loop().time())
    failures = [r for r in results if isinstance(r, BaseException)]
    print(len(failures), failures[0].__traceback__ is not None)


asyncio.run(main())
