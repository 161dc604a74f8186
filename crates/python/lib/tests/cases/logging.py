import logging, sys, io


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


log = logging.getLogger("app")
log.warning("unconfigured %s", 1); log.info("not shown"); log.error("err")
logging.warning("root auto %d", 5); logging.info("no"); logging.error("yes")
print(logging.getLogger() is logging.root, logging.getLogger("app") is log, log, logging.root, log.parent, logging.getLogger("a.b.c").parent, logging.getLogger("a.b"), logging.getLogger("a.b.c").parent, logging.root.handlers)
logging.basicConfig(level=logging.DEBUG, format="%(levelname)-8s|%(name)s|%(funcName)s|%(lineno)d|%(message)s|%(module)s|%(threadName)s|%(processName)s|%(taskName)s", force=True, stream=sys.stdout)
def fn(): log.debug("dbg %s %s", "a", [1]); log.info("i %(x)s", {"x": 5}); log.critical("c"); log.log(25, "custom")
fn()
logging.addLevelName(25, "NOTICE"); log.log(25, "named"); print(logging.getLevelName(25), logging.getLevelName("INFO"), logging.getLevelName(13), logging.getLevelName("zz"))
try: 1 / 0
except ZeroDivisionError:
    out = io.StringIO(); h = logging.StreamHandler(out); h.setFormatter(logging.Formatter("%(message)s")); log.addHandler(h)
    log.exception("failed"); log.error("with", exc_info=True); log.removeHandler(h); print([l for l in out.getvalue().splitlines() if not l.startswith("  ")])
for style, fmt in [("{", "{levelname:>8}:{message}"), ("$", "$levelname-${message}"), ("%", "%(message)s")]:
    logging.basicConfig(format=fmt, style=style, force=True, stream=sys.stdout, level="INFO"); logging.info("styled"); logging.debug("no")
attempt(logging.basicConfig, force=True, bogus=1); attempt(logging.basicConfig, force=True, level="NOPE"); attempt(logging.Formatter, "nofields"); attempt(logging.Formatter, "x", style="!"); attempt(log.setLevel, "QQ"); attempt(log.setLevel, 1.5); attempt(logging.getLogger, 5); attempt(log.log, "x", "y"); attempt(logging.basicConfig, force=True, stream=1, handlers=[])
class ListHandler(logging.Handler):
    def __init__(self): super().__init__(); self.out = []
    def emit(self, record): self.out.append(self.format(record))
lh = ListHandler(); lh.setLevel(logging.WARNING); lh.setFormatter(logging.Formatter("%(name)s:%(levelname)s:%(message)s:%(extra1)s", defaults={"extra1": "none"}))
sub = logging.getLogger("app.sub"); sub.addHandler(lh); sub.propagate = False; sub.setLevel("DEBUG"); sub.info("low"); sub.warning("high", extra={"extra1": "E"}); sub.error("plain"); print(lh.out, sub.isEnabledFor(10), sub.getEffectiveLevel(), sub.hasHandlers(), lh, logging.StreamHandler(sys.stdout).level)
attempt(sub.error, "x", extra={"message": 1}); attempt(sub.error, "x", extra={"name": 1})
class F(logging.Filter):
    def filter(self, record): record.msg = "F:" + record.msg; return "skip" not in record.msg
sub.addFilter(F()); sub.error("a"); sub.error("skip b"); sub.filters.clear(); sub.addFilter(lambda r: r.levelno > 30); sub.warning("w"); sub.error("e"); print(lh.out); sub.filters.clear()
ad = logging.LoggerAdapter(sub, {"extra1": "AD"}); ad.warning("adapted %s", 1); print(lh.out[-1], ad)
class CA(logging.LoggerAdapter):
    def process(self, msg, kwargs): return f"[{self.extra['id']}] {msg}", kwargs
CA(sub, {"id": 7}).error("hi"); print(lh.out[-1])
logging.disable(logging.ERROR); sub.error("no"); sub.critical("crit"); logging.disable(logging.NOTSET); print(lh.out[-1])
logging.basicConfig(handlers=[lh], force=True); logging.warning("via list"); print(lh.out[-1], logging.root.handlers)
r = logging.makeLogRecord({"msg": "m %s", "args": (1,), "levelname": "X", "name": "n", "created": 1735689600.25, "msecs": 250.0}); print(logging.Formatter("%(asctime)s %(message)s").format(r), logging.Formatter("%(asctime)s %(message)s", "%H:%M:%S").format(r), logging.Formatter("{asctime} {message}", style="{").format(r), r.getMessage())
print(log.getChild("x").name, isinstance(logging.NullHandler(), logging.Handler), logging.INFO, logging.getLevelNamesMapping()["WARN"])
lib = logging.getLogger("lib"); lib.addHandler(logging.NullHandler()); lib.propagate = False; lib.error("silent")
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("%(levelname).1s %(message)s")); log.handlers = [h]; log.propagate = False; log.setLevel(logging.INFO); log.info("short"); log.info({"dict": 1}); log.info(ValueError("ve")); log.info("100%"); log.info("pct %d%%", 5); h.terminator = "!\n"; log.info("term"); log.warning("multi\nline"); log.info("%s %s", *["a", "b"]); log.error("x", exc_info=ValueError("given"))
log.disabled = True; log.error("no"); log.disabled = False
import asyncio
async def main(): asyncio.current_task().set_name("T"); log.info("in task"); h.setFormatter(logging.Formatter("%(taskName)s")); log.info("x")
asyncio.run(main(), debug=False)
