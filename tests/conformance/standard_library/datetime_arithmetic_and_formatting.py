# date, time, datetime and timedelta: arithmetic, comparison, isoformat, strftime, strptime, replace.
from datetime import date, datetime, time, timedelta, timezone

d = date(2024, 2, 28)
print(d, repr(d), d + timedelta(days=2), d.weekday(), d.isoweekday(), d.isoformat(), d.isocalendar(), d.toordinal(), date.fromordinal(1), d.replace(year=2023), date(2025, 1, 1) - d, date.fromisoformat("2025-03-04"), d.ctime(), d.strftime("%d.%m.%Y %A %j %U"))
dt = datetime(2025, 7, 4, 13, 5, 9, 123456)
print(dt, repr(dt), dt.date(), dt.time(), dt.isoformat(" ", "seconds"), dt.isoformat(timespec="milliseconds"), dt.replace(microsecond=0), dt.timetuple()[:6], dt.ctime(), dt + timedelta(hours=12, minutes=-6), dt.weekday())
print(dt.strftime("%Y-%m-%d %H:%M:%S.%f %I:%M %p %a %A %b %B %y %j %w %%"), f"{dt:%d/%m/%y %H.%M}", format(dt, "%B %d"), f"{d:%Y}", f"{dt}")
t = timedelta(days=1, hours=2, minutes=3, seconds=4.5)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), t * 2, t / 2, -t, abs(-t), t // timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(days=1)), t / timedelta(hours=1), timedelta(), timedelta(seconds=-1), timedelta(weeks=1, milliseconds=5), str(timedelta(microseconds=1)), timedelta(hours=25), bool(timedelta(0)), timedelta(days=2) > t)
print(datetime.strptime("04 Jul 2025 13:05", "%d %b %Y %H:%M"), datetime.fromisoformat("2025-07-04T13:05:09.5"), datetime.fromtimestamp(0, timezone.utc), datetime(2025, 1, 1, tzinfo=timezone.utc).timestamp(), datetime.fromisoformat("2025-01-01T00:00:00+02:00"), datetime.combine(d, time(8, 30)), datetime.strptime("1/2/99", "%d/%m/%y").year)
tz = timezone(timedelta(hours=5, minutes=30), "IST")
aware = datetime(2025, 1, 1, 12, 0, tzinfo=tz)
print(aware, repr(aware.tzinfo), aware.utcoffset(), aware.tzname(), aware.astimezone(timezone.utc), aware == datetime(2025, 1, 1, 6, 30, tzinfo=timezone.utc), timezone.utc, time(23, 59, 1), repr(time(1, 2)), time(12) < time(13), time.fromisoformat("10:20:30"))
print(datetime(2025, 1, 31) - datetime(2024, 12, 25, 18), max(date(2024, 1, 1), date(2023, 1, 1)), date.min, date.max, datetime(2024, 2, 29).replace(year=2028), sorted([date(2025, 1, 2), date(2024, 1, 2)])[0], {date(2024, 1, 1): "x"}[date(2024, 1, 1)], (date(2025, 3, 1) - date(2024, 3, 1)).days)
day = date(2024, 1, 29)
while day.month < 3 and day.day != 2:
    print(f"{day:%a %d}", end=" ")
    day += timedelta(days=1)
print()
for bad in (lambda: date(2023, 2, 29), lambda: date(2024, 13, 1), lambda: datetime(2024, 1, 1, 25), lambda: time(1, 60), lambda: datetime.strptime("x", "%Y"), lambda: datetime.strptime("2024 extra", "%Y"), lambda: date.fromisoformat("2024/01/01"), lambda: d - 5, lambda: d < dt, lambda: d + d, lambda: aware - dt, lambda: dt < aware, lambda: timedelta(days="1"), lambda: date(10000, 1, 1), lambda: timedelta(days=10**10), lambda: date.max + timedelta(1), lambda: date("2024", 1, 1), lambda: datetime.strptime("31 02 2024", "%d %m %Y"), lambda: t / 0):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
