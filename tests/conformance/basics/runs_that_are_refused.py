# run() and loops inside of loops, closed ones, and none at all.
import asyncio


async def main():
    return 3


print(asyncio.run(main()))
try:
    asyncio.run(main())
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)


async def nested():
    c = main()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
    loop = asyncio.get_running_loop()
    try:
        loop.close()
    except RuntimeError as e:
        print(e)
    try:
        loop.run_forever()
    except RuntimeError as e:
        print(e)


asyncio.run(nested())
asyncio.run(main(), debug=False)
with asyncio.Runner(loop_factory=asyncio.new_event_loop) as r:
    print(r.run(main()))
try:
    with asyncio.Runner() as r:
        r.run(main())
        raise ValueError("in with")
except ValueError as e:
    print(e)
