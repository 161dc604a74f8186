# A forgotten colon: nothing runs, not even the lines before it.
import asyncio

print("this line is fine but never runs")


async def main()
    print("hello")
    await asyncio.sleep(1)


asyncio.run(main())
