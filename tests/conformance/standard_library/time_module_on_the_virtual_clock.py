# time, monotonic, perf_counter, sleep, gmtime, strftime, mktime, their _ns forms and errors.
import time

t0, m0, p0 = time.time(), time.monotonic(), time.perf_counter()
print(t0, m0, p0, time.time_ns(), time.monotonic_ns(), time.perf_counter_ns())
time.sleep(0.5)
time.sleep(0)
print(time.time() - t0, time.monotonic() - m0, time.perf_counter() - p0, time.perf_counter_ns())
print(time.ctime(), "|", time.ctime(0), "|", time.asctime(time.gmtime(86400 * 365)), time.gmtime().tm_year, time.gmtime(0))
now = time.localtime()
print(now.tm_year, now.tm_mon, now.tm_mday, now.tm_hour, now.tm_min, now.tm_sec, now.tm_wday, now.tm_yday, now[0], len(now), time.strftime("%H:%M:%S", now), time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(1234567890)))
print(time.mktime((2025, 1, 2, 0, 0, 0, 0, 0, 0)) - time.mktime((2025, 1, 1, 0, 0, 0, 0, 0, 0)), time.strptime("30 Nov 2024", "%d %b %Y")[:3], time.strftime("%I:%M %p", (2025, 1, 1, 15, 4, 0, 0, 1, 0)), time.strftime("%j %y %B"), time.process_time() == 0)


class Timer:
    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *exc):
        self.elapsed = time.perf_counter() - self.start


with Timer() as timer:
    for i in range(3):
        time.sleep(0.1 * (i + 1))
print(f"{timer.elapsed:.3f}s {timer.elapsed * 1000:.0f} ms")


def timed(f):
    def wrapper(*args):
        start = time.time()
        result = f(*args)
        print(f"{f.__name__} took {time.time() - start:.2f} seconds")
        return result

    return wrapper


@timed
def slow(n):
    time.sleep(n)
    return n


slow(2)
for bad in (lambda: time.sleep(-1), lambda: time.sleep("1"), lambda: time.strftime(5), lambda: time.ctime("x"), lambda: time.strptime("x", "%Y")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
