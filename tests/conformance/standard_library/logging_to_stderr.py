# logging: basicConfig with a format, levels, named loggers, lazy arguments, exception and extra.
import asyncio
import logging

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)-8s %(name)s: %(message)s")
log = logging.getLogger("shop")
child = logging.getLogger("shop.orders")


async def order(n):
    child.debug("not shown %d", n)
    child.info("order %d started", n)
    await asyncio.sleep(n * 0.5)
    if n == 2:
        log.warning("order %s is %r: %5.2f", n, "late", 1.5)
    try:
        1 / (n - 3)
    except ZeroDivisionError:
        log.exception("order %d failed", n)
        log.error("without traceback")
    return n


async def main():
    print("stdout and stderr are apart")
    await asyncio.gather(*(order(n) for n in (1, 2, 3)))
    logging.info("the root logger")
    logging.critical("percent % without arguments")
    logging.getLogger().setLevel(logging.ERROR)
    child.warning("not shown any more")
    child.setLevel(logging.DEBUG)
    child.debug("shown again, the child has a level of its own")
    print(log.level, child.level, child.getEffectiveLevel(), log.getEffectiveLevel(), child.parent is log, log.name, logging.getLevelName(30), logging.getLevelName("ERROR"))
    print(log.isEnabledFor(logging.INFO), log, child)
    logging.basicConfig(level=logging.DEBUG)
    log.info("a second basicConfig changes nothing")


asyncio.run(main())
