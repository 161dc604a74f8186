# Loggers with handlers of their own, formatters, filters, propagation, stdout, and the last resort.
import logging
import sys

logging.warning("before any configuration")
root_handlers = len(logging.getLogger().handlers)
logging.getLogger("quiet").warning("through the root's handler")
print("the first call configured the root:", root_handlers)

log = logging.getLogger("app")
log.setLevel(logging.DEBUG)
log.propagate = False
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("{levelname:>8}|{message}|{funcName}:{lineno}", style="{"))
log.addHandler(handler)


class Collect(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.records = []

    def emit(self, record):
        self.records.append((record.levelno, record.getMessage(), record.args, record.name))


collect = Collect()
log.addHandler(collect)


def work():
    log.debug("debugging %s", {"a": 1})
    log.info("values %(x)d and %(y)s", {"x": 1, "y": "two"})
    log.warning("careful")
    log.log(25, "a level between")
    log.error("bad: %s", ValueError("v"))


work()
print(collect.records)
log.addFilter(lambda record: "secret" not in record.getMessage())
log.info("a secret message")
log.info("a public message")
handler.setLevel("ERROR")
log.warning("only collected")
logging.addLevelName(25, "NOTICE")
handler.setLevel(logging.NOTSET)
log.log(25, "now with a name")
adapter = logging.LoggerAdapter(log, {"user": "ann"})
adapter.info("through an adapter")
logging.disable(logging.ERROR)
log.error("disabled")
logging.disable(logging.NOTSET)
log.removeHandler(handler)
log.info("nobody prints this")
print(len(collect.records), log.handlers == [collect], log.hasHandlers())
