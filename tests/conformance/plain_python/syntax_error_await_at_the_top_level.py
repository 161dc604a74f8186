# await outside of any function.
import asyncio


async def main():
    await asyncio.sleep(1)
    return "done"


result = await main()
print(result)
