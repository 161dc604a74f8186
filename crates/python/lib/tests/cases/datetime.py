import datetime as dtm, copy
from datetime import datetime, date, time, timedelta, timezone


def attempt(f, *args, **kwds):
    try:
        print(repr(f(*args, **kwds)))
    except Exception as e:
        print(type(e).__name__, e)


print(timedelta(1, 2, 3), repr(timedelta(1, 2, 3)), timedelta(hours=25, minutes=3), timedelta(seconds=-1), repr(timedelta(seconds=-1)), timedelta(), repr(timedelta()), timedelta(weeks=1, milliseconds=5), timedelta(days=1.5), timedelta(seconds=0.1), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(hours=1/3), timedelta(days=-2, hours=5))
a, b = timedelta(hours=1), timedelta(minutes=7)
print(a + b, a - b, -a, abs(-a), a * 3, 2 * a, a * 1.5, a / 2, a / b, a // b, a // 7, a % b, divmod(a, b), a > b, a == timedelta(seconds=3600), a.total_seconds(), timedelta(microseconds=123456).total_seconds(), bool(timedelta()), hash(a) == hash(timedelta(seconds=3600)), a / 3.7, timedelta.max, timedelta.min, timedelta.resolution, max(a, b), sum([a, b], timedelta()), sorted([a, b]), a / 7, str(timedelta(days=400)), f"{a}", a.days, a.seconds)
attempt(lambda: a + 1); attempt(lambda: a < 1); attempt(lambda: a / 0); attempt(timedelta, "x"); attempt(timedelta, 10**10); attempt(lambda: a / timedelta()); attempt(setattr, a, "days", 5)
d = date(2024, 2, 29)
print(d, repr(d), d.weekday(), d.isoweekday(), d.isocalendar(), d.isocalendar()[1], d.isocalendar().week, d.toordinal(), date.fromordinal(738945), d.replace(day=1), d + timedelta(days=1), d - timedelta(days=366), d - date(2023, 1, 1), d.ctime(), d.isoformat(), d < date(2025, 1, 1), d == date(2024, 2, 29), f"{d:%d.%m.%Y}", f"{d}", d.timetuple(), date.min, date.max, date.fromisoformat("2024-12-30"), date.fromisoformat("20241230"), date.fromisoformat("2024-W52-1"), date.fromisocalendar(2024, 1, 1), hash(d) == hash(date(2024, 2, 29)), d.year)
for y in range(1990, 2030):
    for m, dd in [(1, 1), (1, 3), (12, 28), (12, 31), (3, 1), (2, 28)]:
        x = date(y, m, dd); assert date.fromordinal(x.toordinal()) == x
        print(tuple(x.isocalendar()), x.strftime("%j %U %W %w %u %G %V %a %y"))
attempt(date, 2023, 2, 29); attempt(date, 2023, 13, 1); attempt(date, 0, 1, 1); attempt(date, 2023, 1); attempt(date, "a", 1, 1); attempt(date, 2023, 1, 1.5); attempt(date.fromisoformat, "2023-1-1"); attempt(date.fromisoformat, "nope"); attempt(lambda: d + 1); attempt(lambda: d < 5); attempt(lambda: d == 5); attempt(lambda: date.max + timedelta(1)); attempt(date.fromordinal, 0); attempt(setattr, d, "year", 5); attempt(date.fromisocalendar, 2023, 54, 1); attempt(date.fromisoformat, 5)
t = time(13, 5, 9, 120)
print(t, repr(t), time(), repr(time()), repr(time(1, 2)), t.isoformat("milliseconds"), t.isoformat("minutes"), t.strftime("%H-%M-%S.%f %p %I"), t.replace(hour=1), time(1) < time(2), time.fromisoformat("04:23:01.5"), time.fromisoformat("0423"), time.fromisoformat("T04:23Z"), repr(time(1, tzinfo=timezone.utc)), time.max, bool(time(0)), time(1, tzinfo=timezone.utc) == time(1))
attempt(time, 25); attempt(time, 1, 60); attempt(time, 1, 1, 60); attempt(time, 1, 1, 1, 10**6); attempt(lambda: time(1, tzinfo=timezone.utc) < time(2)); attempt(time.fromisoformat, "4:5"); attempt(t.isoformat, "x"); attempt(time, 1, tzinfo=5)
n = datetime(2025, 3, 4, 15, 6, 7, 89)
print(n, repr(n), repr(datetime(2025, 1, 1)), repr(datetime(2025, 1, 1, 1, 1, 1)), n.date(), n.time(), n.isoformat(), n.isoformat(" ", "seconds"), n.isoformat(timespec="milliseconds"), n.timestamp(), n.weekday(), n.ctime(), n.timetuple(), n.replace(year=2000, microsecond=0), n + timedelta(days=30, seconds=5), n - timedelta(hours=16), n - datetime(2025, 1, 1), n > datetime(2025, 1, 1), n == datetime(2025, 3, 4, 15, 6, 7, 89), datetime.combine(date(2020, 1, 1), time(5)), n == n.date(), n != date(2025, 3, 4), hash(n) == hash(copy.copy(n)), copy.deepcopy(n) == n, datetime.min, datetime.max, n.toordinal(), datetime.fromordinal(738945), n.hour)
print(n.strftime("%Y-%m-%d %H:%M:%S.%f %a %A %b %B %d %e %j %I %p %y %c|%x|%X|%D|%F|%T|%R|%h|%C|%s|%%|%U|%n|%t|%G-W%V-%u|%z|%Z|%q" if 0 else "%Y-%m-%d %H:%M:%S.%f %a %A %b %B %d %e %j %I %p %y %c|%x|%X|%D|%F|%T|%R|%h|%C|%s|%%|%U|%G-W%V-%u|%z|%Z|%-d %-m %-H"), f"{n:%H:%M}", "{:%B}".format(n), format(n, ""), n.strftime(""), n.strftime("plain"))
for s in ["2025-03-04", "2025-03-04T15:06:07", "2025-03-04 15:06", "20250304T150607", "2025-03-04T15:06:07.123", "2025-03-04T15:06:07.123456Z", "2025-03-04T15:06:07+02:00", "2025-03-04T15:06:07-0530", "2025-W10-2T10", "2025-03-04x15:06", "2025W102", "2025-03-04T15:06:07.123456789", "2025-03", "2025-03-04T", "garbage", "2025-13-01", "2025-03-04T25:00", "", "2025-03-04T15:6", "2025-02-30", "2025-03-04T15:06:07+25:00"]:
    attempt(datetime.fromisoformat, s)
u = datetime(2025, 1, 1, 12, tzinfo=timezone.utc); tz = timezone(timedelta(hours=5, minutes=30)); tzn = timezone(timedelta(hours=-3), "BRT")
print(u, repr(u), u.astimezone(tz), repr(u.astimezone(tz)), u.astimezone(tzn).tzname(), u == u.astimezone(tz), u.utcoffset(), tz, repr(tz), tzn, repr(tzn), timezone.utc, repr(timezone.utc), dtm.UTC is timezone.utc, u.timestamp(), u.strftime("%z %Z"), u.astimezone(tz).strftime("%z %Z %:z"), u - datetime(2025, 1, 1, tzinfo=tz), u.replace(tzinfo=None), datetime(2025, 1, 1).astimezone(timezone.utc), u.timetz(), u.dst(), u.tzinfo, timezone(timedelta(0)) is timezone.utc, u == datetime(2025, 1, 1, 12), u.utctimetuple())
attempt(lambda: u < datetime(2025, 1, 1)); attempt(lambda: u - datetime(2025, 1, 1)); attempt(timezone, timedelta(hours=24)); attempt(timezone, 5); attempt(datetime, 2025, 1, 1, 24); attempt(datetime, 2025, 1, 1, tzinfo="x"); attempt(lambda: n < date(2025, 1, 1)); attempt(lambda: n - date(2025, 1, 1)); attempt(lambda: n + n); attempt(lambda: datetime.max + timedelta(1)); attempt(datetime); attempt(setattr, n, "hour", 5); attempt(lambda: n - 5); attempt(datetime.combine, 1, 2)
for ts in [0, 1.5, 1735689600, 1735689600.123456, -1, -1.5, 1e9 + 0.0000005, 0.9999999]:
    print(datetime.fromtimestamp(ts), datetime.fromtimestamp(ts, timezone.utc), datetime.fromtimestamp(ts, tz), date.fromtimestamp(ts), datetime.fromtimestamp(ts).timestamp())
attempt(datetime.fromtimestamp, "x"); attempt(datetime.fromtimestamp, float("nan")); attempt(datetime.fromtimestamp, 10**12)
for s, f in [("2025-03-04", "%Y-%m-%d"), ("04/03/25", "%d/%m/%y"), ("2025-03-04 15:06:07.5", "%Y-%m-%d %H:%M:%S.%f"), ("Mar 4 2025", "%b %d %Y"), ("march 4, 2025 3:05 PM", "%B %d, %Y %I:%M %p"), ("12:00 AM", "%I:%M %p"), ("Tue Mar  4 15:06:07 2025", "%c"), ("2025-063", "%Y-%j"), ("2025-03-04T15:06:07+0200", "%Y-%m-%dT%H:%M:%S%z"), ("2025-03-04Z", "%Y-%m-%d%z"), ("20250304", "%Y%m%d"), ("99", "%y"), ("100%", "100%%"), ("15:06", "%H:%M"), ("2025-3-4", "%Y-%m-%d"), ("2025-03-04 x", "%Y-%m-%d"), ("nope", "%Y"), ("2025-13-01", "%Y-%m-%d"), ("2025-02-30", "%Y-%m-%d"), ("1", "%Q"), ("a", "%"), ("Monday", "%A"), ("2025 UTC", "%Y %Z"), ("31/12/2024", "%m/%d/%Y"), ("7:5", "%H:%M"), ("235", "%H%M")]:
    attempt(datetime.strptime, s, f)
class MyDT(datetime):
    def extra(self): return self.year + 1
m = MyDT(2025, 1, 1); m.tag = 5; print(m, repr(m), m.extra(), type(m + timedelta(1)).__name__, type(m.replace(day=2)).__name__, isinstance(m, date), m.tag)
class TZ(dtm.tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return "CET"
print(datetime(2025, 1, 1, tzinfo=TZ()).isoformat(), datetime(2025, 1, 1, tzinfo=TZ()).strftime("%Z"), u.astimezone(TZ()).hour)
print(isinstance(datetime.now(), datetime), date.today() <= date.max, datetime.now(timezone.utc).tzinfo, {d: 1}[date(2024, 2, 29)], sorted([n, datetime.min])[0], min(d, date.min), dtm.MINYEAR, dtm.MAXYEAR)
