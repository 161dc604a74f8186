# await in a plain function is a syntax error, found before the program starts.
import asyncio


def fetch():
    print("fetching")
    await asyncio.sleep(1)
    return "data"


print(fetch())
