# logging from coroutines: levels, formats, arguments, exceptions; asyncio's own debug line.
import asyncio
import logging

logging.basicConfig(level=logging.DEBUG, format="%(levelname)s:%(name)s:%(funcName)s:%(message)s")
log = logging.getLogger("shop")


async def order(item, count):
    log.debug("order of %d %s", count, item)
    await asyncio.sleep(count / 10)
    try:
        price = {"tea": 4.5}[item]
    except KeyError:
        log.exception("no price for %r", item)
        return 0
    log.info("%s: %.2f", item, price * count)
    return price * count


async def main():
    totals = await asyncio.gather(order("tea", 3), order("coffee", 1))
    log.warning("total %s at %s", sum(totals), asyncio.get_running_loop().time())
    log.setLevel(logging.ERROR)
    log.warning("not shown")
    log.error("shown, %s", {"level": log.getEffectiveLevel(), "enabled": log.isEnabledFor(30)})
    print("to stdout")


asyncio.run(main())
