# Ends with: RuntimeError: can't go on
import asyncio


class TooFar(Exception):
    pass


def check(distance):
    if distance > 3:
        raise TooFar(f"{distance} is too far")
    return distance


async def walk(distance):
    await asyncio.sleep(0.001)
    return check(distance)


async def main():
    print(await walk(1))
    try:
        await walk(5)
    except TooFar as error:
        raise RuntimeError("can't go on") from error


asyncio.run(main())
