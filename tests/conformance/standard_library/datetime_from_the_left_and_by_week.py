# A timedelta on the left of a date, times that can't be subtracted, weeks in strptime(), and offsets that are none.
from datetime import date, datetime, time, timedelta, timezone, tzinfo


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


day, moment = date(2024, 2, 28), datetime(2024, 2, 28, 12)
print(timedelta(2) + day, timedelta(hours=20) + moment)
print(sum([timedelta(1), timedelta(2)], day))
attempt(lambda: timedelta(2) - day)
attempt(lambda: time(2) - time(1))
attempt(lambda: time(2) + timedelta(1))
attempt(lambda: timedelta(1) + time(2))
for text, pattern in [
    ("2003-W04-1", "%G-W%V-%u"), ("2003 4 1", "%Y %W %w"), ("2003 4 0", "%Y %U %w"), ("2003 0 Fri", "%Y %W %a"),
    ("2024 1 Mon", "%Y %W %a"), ("2024 01 Sunday", "%Y %U %A"), ("Wed 28 Feb 2024", "%a %d %b %Y"),
]:
    attempt(lambda: datetime.strptime(text, pattern).date())
attempt(lambda: f"{time(1, 2):%H-%M}")
attempt(lambda: time(1, 2).__format__(5))
attempt(lambda: datetime.fromtimestamp(1e300))
attempt(lambda: date.fromtimestamp(-1e300))


class Zone(tzinfo):
    def __init__(self, offset):
        self.offset = offset

    def utcoffset(self, dt):
        return self.offset


attempt(lambda: datetime(2024, 1, 1, tzinfo=Zone(5)).utcoffset())
attempt(lambda: datetime(2024, 1, 1, tzinfo=Zone(timedelta(days=2))).isoformat())
attempt(lambda: datetime(2024, 1, 1, tzinfo=Zone(timedelta(hours=2))) == datetime(2023, 12, 31, 22, tzinfo=timezone.utc))
