"""Dates and times, on the run's virtual clock (the local time zone is UTC)."""

from _switchboard import START_UNIX, now_ns

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]

MINYEAR = 1
MAXYEAR = 9999
_MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MAX_ORDINAL = 3652059
_EPOCH_ORDINAL = 719163
_US_PER_DAY = 86_400_000_000


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _MONTH_DAYS[month]


def _ordinal(year, month, day):
    y = year - 1
    before = y * 365 + y // 4 - y // 100 + y // 400
    return before + _BEFORE_MONTH[month] + (month > 2 and _is_leap(year)) + day


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = (n + 50) >> 5
    before = _BEFORE_MONTH[month] + (month > 2 and _is_leap(year))
    if before > n:
        month -= 1
        before -= _days_in_month(year, month)
    return year, month, n - before + 1


def _week1_monday(year):
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _from_iso_calendar(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 54 or week == 53 and _week1_monday(year) + 52 * 7 == _week1_monday(year + 1):
        raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return _from_ordinal(_week1_monday(year) + (week - 1) * 7 + day - 1)


def _integer(value):
    if type(value) is int:
        return value
    if hasattr(value, "__index__"):
        return value.__index__()
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def _check_date(year, month, day):
    parts = []
    for position, (name, value) in enumerate((("year", year), ("month", month), ("day", day)), 1):
        if value is None:
            raise TypeError(f"function missing required argument '{name}' (pos {position})")
        parts.append(_integer(value))
    year, month, day = parts
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = map(_integer, (hour, minute, second, microsecond))
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _unsupported(text, a, b):
    """Refuses an operation with CPython's names for these types, unless the other side may know what to do."""
    if ">" in text and isinstance(a, datetime) and not isinstance(b, datetime):
        # Perhaps the mirror image of `date < datetime`, which is refused in its own words.
        return NotImplemented
    for value in (a, b):
        if not isinstance(value, (_Immutable, int, float, str, bytes, list, tuple, dict, set, type(None))):
            return NotImplemented
    raise TypeError(text.format(_type_name(a), _type_name(b)))


def _type_name(value):
    ours = isinstance(value, _Immutable) and type(value).__module__ == "datetime"
    return _base_name(value) if ours else type(value).__name__


_PLUS = "unsupported operand type(s) for +: '{}' and '{}'"
_MINUS = "unsupported operand type(s) for -: '{}' and '{}'"
_COMPARE = "'%s' not supported between instances of '{}' and '{}'"


class _Immutable:
    """Attributes named in _fields are set once, by _make."""

    __slots__ = ()
    _fields = frozenset()

    def __setattr__(self, name, value):
        if name in self._fields:
            if isinstance(self, timedelta):
                raise AttributeError("readonly attribute")
            raise AttributeError(f"attribute '{name}' of '{_base_name(self)}' objects is not writable")
        object.__setattr__(self, name, value)


def _base_name(value):
    for base in type(value).__mro__:
        if base.__module__ == "datetime":
            return f"datetime.{base.__name__}"
    return type(value).__name__


def _make(cls, **fields):
    self = object.__new__(cls)
    setter = object.__setattr__
    for name, value in fields.items():
        setter(self, name, value)
    return self


def _shown_type(value):
    cls = type(value)
    return cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"


def _round_half_even(a, b):
    """a / b for integers, rounded half to even."""
    if b < 0:
        a, b = -a, -b
    q, r = divmod(a, b)
    r *= 2
    return q + 1 if r > b or r == b and q % 2 == 1 else q


class timedelta(_Immutable):
    __slots__ = ("days", "seconds", "microseconds", "__weakref__")
    _fields = frozenset(("days", "seconds", "microseconds"))

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, leftover = 0, 0.0
        for name, value, factor in (
            ("microseconds", microseconds, 1), ("milliseconds", milliseconds, 1000), ("seconds", seconds, 1_000_000),
            ("minutes", minutes, 60_000_000), ("hours", hours, 3_600_000_000), ("days", days, _US_PER_DAY),
            ("weeks", weeks, 7 * _US_PER_DAY),
        ):
            if isinstance(value, int):
                total += value * factor
            elif isinstance(value, float):
                whole = int(value)
                part = factor * (value - whole)
                part_whole = int(part)
                total += whole * factor + part_whole
                leftover += part - part_whole
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {_shown_type(value)}")
        if leftover:
            whole = round(leftover)
            if abs(whole - leftover) == 0.5:
                odd = total & 1
                whole = 2 * round((leftover + odd) * 0.5) - odd
            total += whole
        return _delta(total, cls)

    def total_seconds(self):
        return _us(self) / 1_000_000

    def __repr__(self):
        parts = [f"{name}={getattr(self, name)}" for name in ("days", "seconds", "microseconds") if getattr(self, name)]
        return f"{_class_path(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, {text}"
        return f"{text}.{self.microseconds:06d}" if self.microseconds else text

    def __add__(self, other):
        if isinstance(other, date):
            return NotImplemented
        return _delta(_us(self) + _us(other)) if isinstance(other, timedelta) else _unsupported(_PLUS, self, other)

    def __radd__(self, other):
        return self + other if isinstance(other, timedelta) else _unsupported(_PLUS, other, self)

    def __sub__(self, other):
        return _delta(_us(self) - _us(other)) if isinstance(other, timedelta) else _unsupported(_MINUS, self, other)

    def __rsub__(self, other):
        return _delta(_us(other) - _us(self)) if isinstance(other, timedelta) else _unsupported(_MINUS, other, self)

    def __neg__(self):
        return _delta(-_us(self))

    def __pos__(self):
        return _delta(_us(self))

    def __abs__(self):
        return _delta(abs(_us(self)))

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(_us(self) * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(_round_half_even(_us(self) * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return _us(self) // _us(other)
        return _delta(_us(self) // other) if isinstance(other, int) else NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return _us(self) / _us(other)
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError("integer division or modulo by zero")
            return _delta(_round_half_even(_us(self), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            if a == 0:
                raise ZeroDivisionError("division by zero")
            return _delta(_round_half_even(b * _us(self), a))
        return NotImplemented

    def __mod__(self, other):
        return _delta(_us(self) % _us(other)) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        q, r = divmod(_us(self), _us(other))
        return q, _delta(r)

    def __eq__(self, other):
        return _us(self) == _us(other) if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return _us(self) < _us(other) if isinstance(other, timedelta) else _unsupported(_COMPARE % "<", self, other)

    def __le__(self, other):
        return _us(self) <= _us(other) if isinstance(other, timedelta) else _unsupported(_COMPARE % "<=", self, other)

    def __gt__(self, other):
        return _us(self) > _us(other) if isinstance(other, timedelta) else _unsupported(_COMPARE % ">", self, other)

    def __ge__(self, other):
        return _us(self) >= _us(other) if isinstance(other, timedelta) else _unsupported(_COMPARE % ">=", self, other)

    def __hash__(self):
        return hash(_us(self))

    def __bool__(self):
        return _us(self) != 0

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)


def _us(delta):
    return (delta.days * 86400 + delta.seconds) * 1_000_000 + delta.microseconds


def _delta(us, cls=timedelta):
    days, us = divmod(us, _US_PER_DAY)
    if not -1 << 31 <= days < 1 << 31:
        raise OverflowError("Python int too large to convert to C int")
    if abs(days) > 999999999:
        raise OverflowError(f"days={days}; must have magnitude <= 999999999")
    seconds, us = divmod(us, 1_000_000)
    return _make(cls, days=days, seconds=seconds, microseconds=us)


def _class_path(value):
    cls = type(value)
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__


timedelta.min = _delta(-999999999 * _US_PER_DAY)
timedelta.max = _delta(1000000000 * _US_PER_DAY - 1)
timedelta.resolution = _delta(1)


class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() requires a datetime argument")
        if dt.tzinfo is not self:
            raise ValueError("dt.tzinfo is not self")
        offset, dst = dt.utcoffset(), dt.dst()
        if offset is None or dst is None:
            raise ValueError("fromutc() requires a non-None utcoffset() and dst() result")
        if offset != dst:
            dt += offset - dst
            dst = dt.dst()
        return dt + dst


_STRICTLY = "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)"


class timezone(tzinfo):
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(
                f"timezone() argument 1 must be datetime.timedelta, not {_shown_type(offset).removeprefix('builtins.')}"
            )
        if name is not None and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if not abs(_us(offset)) < _US_PER_DAY:
            raise ValueError(f"{_STRICTLY}, not {offset!r}.")
        if name is None and not offset:
            return timezone.utc
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() argument must be a datetime instance or None")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"datetime.timezone({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self


def _offset(value):
    """What a tzinfo says, if it can be a distance from UTC."""
    if value is None:
        return None
    if not isinstance(value, timedelta):
        raise TypeError(f"tzinfo.utcoffset() must return None or timedelta, not '{_shown_type(value)}'")
    if not abs(_us(value)) < _US_PER_DAY:
        raise ValueError(_STRICTLY + ".")
    return value


def _offset_text(offset, colon=":"):
    us = _us(offset)
    sign = "-" if us < 0 else "+"
    seconds, us = divmod(abs(us), 1_000_000)
    minutes, seconds = divmod(seconds, 60)
    text = f"{sign}{minutes // 60:02d}{colon}{minutes % 60:02d}"
    if seconds or us:
        text += f"{colon}{seconds:02d}"
    return f"{text}.{us:06d}" if us else text


timezone.utc = object.__new__(timezone)
timezone.utc._offset = _delta(0)
timezone.utc._name = None
UTC = timezone.utc
timezone.min = timezone(timedelta(hours=-23, minutes=-59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


class IsoCalendarDate(tuple):
    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


class date(_Immutable):
    __slots__ = ("year", "month", "day", "__weakref__")
    _fields = frozenset(("year", "month", "day"))

    def __new__(cls, year=None, month=None, day=None):
        year, month, day = _check_date(year, month, day)
        return _make(cls, year=year, month=month, day=day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_wall_us() / 1_000_000)

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        moment = datetime.fromtimestamp(timestamp)
        return cls(moment.year, moment.month, moment.day)

    @classmethod
    def fromordinal(cls, n, /):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _MAX_ORDINAL:
            raise ValueError(f"year {_from_ordinal(n)[0]} is out of range")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            parsed = _parse_iso_date(date_string) if len(date_string) in (7, 8, 10) else None
        except (_Malformed, IndexError):
            parsed = None
        if parsed is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(*parsed)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_from_iso_calendar(year, week, day))

    def replace(self, year=None, month=None, day=None):
        return type(self)(
            self.year if year is None else year,
            self.month if month is None else month,
            self.day if day is None else day,
        )

    __replace__ = replace

    def toordinal(self):
        return _ordinal(self.year, self.month, self.day)

    def weekday(self):
        return (_ordinal(self.year, self.month, self.day) + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        today = _ordinal(self.year, self.month, self.day)
        year = self.year
        monday = _week1_monday(year)
        week, day = divmod(today - monday, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _week1_monday(year), 7)
        elif week >= 52 and today >= _week1_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def isoformat(self):
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    __str__ = isoformat

    def ctime(self):
        return f"{_format(self, '%a %b %e %H:%M:%S')} {self.year:04}"

    def strftime(self, format):
        if not isinstance(format, str):
            raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
        return _format(self, format)

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def timetuple(self):
        return _time_struct(self, 0, 0, 0, -1)

    def __repr__(self):
        return f"{_class_path(self)}({self.year}, {self.month}, {self.day})"

    def _order(self):
        return self.year, self.month, self.day

    def _comparable(self, other):
        return isinstance(other, date) and isinstance(other, datetime) == isinstance(self, datetime)

    def __eq__(self, other):
        return self._order() == other._order() if date._comparable(self, other) else NotImplemented

    def __lt__(self, other):
        if not date._comparable(self, other):
            return _unsupported(_COMPARE % "<", self, other)
        return self._order() < other._order()

    def __le__(self, other):
        if not date._comparable(self, other):
            return _unsupported(_COMPARE % "<=", self, other)
        return self._order() <= other._order()

    def __gt__(self, other):
        if not date._comparable(self, other):
            return _unsupported(_COMPARE % ">", self, other)
        return self._order() > other._order()

    def __ge__(self, other):
        if not date._comparable(self, other):
            return _unsupported(_COMPARE % ">=", self, other)
        return self._order() >= other._order()

    def __hash__(self):
        return hash((self.year, self.month, self.day))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return _unsupported(_PLUS, self, other)
        ordinal = self.toordinal() + other.days
        if not 0 < ordinal <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(ordinal)

    def __radd__(self, other):
        return self + other if isinstance(other, timedelta) else _unsupported(_PLUS, other, self)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return _unsupported(_MINUS, self, other)

    def __reduce__(self):
        return type(self), (self.year, self.month, self.day)


def _time_struct(moment, hour, minute, second, dst):
    from time import struct_time
    year_day = _ordinal(moment.year, moment.month, moment.day) - _ordinal(moment.year, 1, 1) + 1
    return struct_time((
        moment.year, moment.month, moment.day, hour, minute, second, moment.weekday(), year_day, dst,
    ))


class time(_Immutable):
    __slots__ = ("hour", "minute", "second", "microsecond", "tzinfo", "fold", "__weakref__")
    _fields = frozenset(("hour", "minute", "second", "microsecond", "tzinfo", "fold"))

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        return _make(cls, hour=hour, minute=minute, second=second, microsecond=microsecond, tzinfo=tzinfo, fold=fold)

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_parse_iso_time(time_string.removeprefix("T")))
        except (_Malformed, IndexError):
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self.hour if hour is None else hour,
            self.minute if minute is None else minute,
            self.second if second is None else second,
            self.microsecond if microsecond is None else microsecond,
            self.tzinfo if tzinfo is True else tzinfo,
            fold=self.fold if fold is None else fold,
        )

    __replace__ = replace

    def isoformat(self, timespec="auto"):
        text = _time_text(self, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat()

    strftime, __format__ = date.strftime, date.__format__

    def utcoffset(self):
        return None if self.tzinfo is None else _offset(self.tzinfo.utcoffset(None))

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

    def __repr__(self):
        return f"{_class_path(self)}({_time_repr(self, [self.hour, self.minute])})"

    def _order(self):
        us = ((self.hour * 60 + self.minute) * 60 + self.second) * 1_000_000 + self.microsecond
        offset = self.utcoffset()
        return us if offset is None else us - _us(offset)

    def _compare(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._order() - other._order()

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._order() == other._order()

    def __add__(self, other):
        return _unsupported(_PLUS, self, other)

    def __sub__(self, other):
        return _unsupported(_MINUS, self, other)

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, time) else _unsupported(_COMPARE % "<", self, other)

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, time) else _unsupported(_COMPARE % "<=", self, other)

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, time) else _unsupported(_COMPARE % ">", self, other)

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, time) else _unsupported(_COMPARE % ">=", self, other)

    def __hash__(self):
        return hash(self._order())

    def __reduce__(self):
        return type(self), (self.hour, self.minute, self.second, self.microsecond, self.tzinfo)


def _time_repr(value, parts):
    if value.second or value.microsecond:
        parts.append(value.second)
    if value.microsecond:
        parts.append(value.microsecond)
    text = ", ".join(map(str, parts))
    if value.tzinfo is not None:
        text += f", tzinfo={value.tzinfo!r}"
    return text + ", fold=1" if value.fold else text


def _time_text(value, timespec):
    if timespec == "auto":
        timespec = "microseconds" if value.microsecond else "seconds"
    text = f"{value.hour:02d}:{value.minute:02d}:{value.second:02d}.{value.microsecond:06d}"
    try:
        return text[:{"hours": 2, "minutes": 5, "seconds": 8, "milliseconds": 12, "microseconds": 15}[timespec]]
    except KeyError:
        raise ValueError("Unknown timespec value") from None


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
_time_class = time
_tzinfo_class = tzinfo


def _wall_us():
    return START_UNIX * 1_000_000 + now_ns() // 1000


class datetime(date):
    __slots__ = ("hour", "minute", "second", "microsecond", "tzinfo", "fold")
    _fields = date._fields | time._fields

    def __new__(
        cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0
    ):
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        return _make(
            cls, year=year, month=month, day=day, hour=hour, minute=minute, second=second, microsecond=microsecond,
            tzinfo=tzinfo, fold=fold,
        )

    @classmethod
    def _from_us(cls, us, tz=None):
        """From microseconds since 0001-01-01."""
        days, us = divmod(us, _US_PER_DAY)
        if not 0 <= days < _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        seconds, us = divmod(us, 1_000_000)
        minutes, second = divmod(seconds, 60)
        return cls(*_from_ordinal(days + 1), minutes // 60, minutes % 60, second, us, tz)

    def _us(self):
        days = _ordinal(self.year, self.month, self.day) - 1
        return (((days * 24 + self.hour) * 60 + self.minute) * 60 + self.second) * 1_000_000 + self.microsecond

    @classmethod
    def _from_unix_us(cls, us, tz):
        _check_tzinfo(tz)
        if not -1 << 63 <= us // 1_000_000 < 1 << 63:
            raise OverflowError("timestamp out of range for platform time_t")
        us += (_EPOCH_ORDINAL - 1) * _US_PER_DAY
        if not 0 <= us < _MAX_ORDINAL * _US_PER_DAY:
            year = 1970 + (us - (_EPOCH_ORDINAL - 1) * _US_PER_DAY) // (_US_PER_DAY * 365.2425)
            raise ValueError(f"year {int(year)} is out of range")
        made = cls._from_us(us, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def now(cls, tz=None):
        return cls._from_unix_us(_wall_us(), tz)

    @classmethod
    def utcnow(cls):
        import warnings
        warnings.warn(
            "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use "
            "timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).",
            DeprecationWarning, stacklevel=2,
        )
        return cls._from_unix_us(_wall_us(), None)

    @classmethod
    def today(cls):
        return cls._from_unix_us(_wall_us(), None)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        if isinstance(timestamp, int):
            us = timestamp * 1_000_000
        elif isinstance(timestamp, float):
            if timestamp != timestamp:
                raise ValueError("Invalid value NaN (not a number)")
            whole = int(timestamp)
            us = whole * 1_000_000 + round((timestamp - whole) * 1e6)
        else:
            raise TypeError(f"'{type(timestamp).__name__}' object cannot be interpreted as an integer")
        return cls._from_unix_us(us, tz)

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls.fromtimestamp(t)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        return cls(
            date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
            time.tzinfo if tzinfo is True else tzinfo, fold=time.fold,
        )

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            split = _iso_date_length(date_string)
            parsed = _parse_iso_date(date_string[:split])
            rest = date_string[split + 1:]
            if len(date_string) == split + 1:
                raise _Malformed
            parts = _parse_iso_time(rest) if rest else ()
        except (_Malformed, IndexError):
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(*parsed, *parts)

    @classmethod
    def strptime(cls, date_string, format, /):
        return cls(**_parse(date_string, format))

    def date(self):
        return _date_class(self.year, self.month, self.day)

    def time(self):
        return _time_class(self.hour, self.minute, self.second, self.microsecond, fold=self.fold)

    def timetz(self):
        return self.time().replace(tzinfo=self.tzinfo)

    def replace(
        self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
        fold=None,
    ):
        return type(self)(
            self.year if year is None else year,
            self.month if month is None else month,
            self.day if day is None else day,
            self.hour if hour is None else hour,
            self.minute if minute is None else minute,
            self.second if second is None else second,
            self.microsecond if microsecond is None else microsecond,
            self.tzinfo if tzinfo is True else tzinfo,
            fold=self.fold if fold is None else fold,
        )

    __replace__ = replace

    def utcoffset(self):
        return None if self.tzinfo is None else _offset(self.tzinfo.utcoffset(self))

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone.utc
        elif not isinstance(tz, _tzinfo_class):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
        if self.tzinfo is tz:
            return self
        offset = self.utcoffset() or timedelta(0)
        return tz.fromutc((self.replace(tzinfo=None) - offset).replace(tzinfo=tz))

    def timestamp(self):
        us = self._us() - (_EPOCH_ORDINAL - 1) * _US_PER_DAY
        offset = self.utcoffset()
        if offset is not None:
            return (us - _us(offset)) / 1_000_000
        return us // 1_000_000 + self.microsecond / 1_000_000

    def timetuple(self):
        dst = self.dst()
        return _time_struct(self, self.hour, self.minute, self.second, -1 if dst is None else int(bool(dst)))

    def utctimetuple(self):
        moment = self - self.utcoffset() if self.utcoffset() else self
        return _time_struct(moment, moment.hour, moment.minute, moment.second, 0)

    def isoformat(self, sep="T", timespec="auto"):
        text = f"{date.isoformat(self)}{sep}{_time_text(self, timespec)}"
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        parts = [self.year, self.month, self.day, self.hour, self.minute]
        return f"{_class_path(self)}({_time_repr(self, parts)})"

    def _order(self):
        offset = self.utcoffset()
        return self._us() if offset is None else self._us() - _us(offset)

    def _compare(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._order() - other._order()

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._order() == other._order()

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, datetime) else _unsupported(_COMPARE % "<", self, other)

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, datetime) else _unsupported(_COMPARE % "<=", self, other)

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, datetime) else _unsupported(_COMPARE % ">", self, other)

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, datetime) else _unsupported(_COMPARE % ">=", self, other)

    def __hash__(self):
        return hash(self._order())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return _unsupported(_PLUS, self, other)
        return type(self)._from_us(self._us() + _us(other), self.tzinfo)

    def __radd__(self, other):
        return self + other if isinstance(other, timedelta) else _unsupported(_PLUS, other, self)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._from_us(self._us() - _us(other), self.tzinfo)
        if not isinstance(other, datetime):
            return _unsupported(_MINUS, self, other)
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(self._order() - other._order())

    def __reduce__(self):
        return type(self), (
            self.year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond, self.tzinfo,
        )


_date_class = date
date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


class _Malformed(Exception):
    """Not ISO 8601 at all, as opposed to a value out of range."""


def _number(text):
    if not (text.isascii() and text.isdigit()):
        raise _Malformed
    return int(text)


def _iso_date_length(text):
    if len(text) < 7:
        raise _Malformed
    if text[4] == "-":
        if text[5] == "W":
            return 10 if text[8:9] == "-" and text[9:10].isdigit() else 8
        return 10
    if text[4] == "W":
        end = 7
        while text[end:end + 1].isdigit():
            end += 1
        return 8 if end >= 8 and end % 2 == 0 else 7
    return 8


def _parse_iso_date(text):
    year = _number(text[:4])
    dash = text[4] == "-"
    if text[4 + dash] == "W":
        week = _number(text[5 + dash:7 + dash])
        rest = text[7 + dash:]
        day = 1
        if rest:
            if rest.startswith("-") != dash:
                raise _Malformed
            day = _number(rest.removeprefix("-"))
        return _from_iso_calendar(year, week, day)
    month = _number(text[4 + dash:6 + dash])
    if dash and text[7] != "-" or len(text) != 8 + 2 * dash:
        raise _Malformed
    return year, month, _number(text[6 + 2 * dash:8 + 2 * dash])


def _parse_iso_clock(text):
    """[hour, minute, second, microsecond] from HH[:MM[:SS[.ffffff]]] with or without colons."""
    text, dot, fraction = text.replace(",", ".").partition(".")
    if dot and not fraction:
        raise _Malformed
    colons = text[2:3] == ":"
    parts = text.split(":") if colons else [text[i:i + 2] for i in range(0, len(text), 2)]
    if not 1 <= len(parts) <= 3 or any(len(part) != 2 for part in parts) or fraction and len(parts) != 3:
        raise _Malformed
    values = [_number(part) for part in parts] + [0] * (3 - len(parts))
    return values + [_number(fraction[:6]) * 10 ** (6 - len(fraction[:6])) if fraction else 0]


def _parse_iso_time(text):
    zone = None
    split = max(text.find("+"), text.find("-"))
    if text.endswith("Z"):
        text, zone = text[:-1], timezone.utc
    elif split >= 0:
        hours, minutes, seconds, us = _parse_iso_clock(text[split + 1:])
        offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=us)
        zone = timezone(-offset if text[split] == "-" else offset)
        text = text[:split]
    return (*_parse_iso_clock(text), zone)


def _format(value, format):
    """strftime in the C locale, for dates, times and datetimes."""
    out = []
    position = 0
    while True:
        found = format.find("%", position)
        if found < 0 or found + 1 >= len(format):
            out.append(format[position:])
            return "".join(out)
        out.append(format[position:found])
        letter = format[found + 1]
        position = found + 2
        if letter == ":" and format[position:position + 1] == "z":
            letter = ":z"
            position += 1
        elif letter == "-" and format[position:position + 1] in _UNPADDED:
            out.append(_directive(value, format[position]).lstrip("0 ") or "0")
            position += 1
            continue
        out.append(_directive(value, letter))


_UNPADDED = tuple("deHIjklmMSUWy")
_COMPOSED = {
    "c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d", "T": "%H:%M:%S",
    "R": "%H:%M", "r": "%I:%M:%S %p", "h": "%b",
}


def _directive(value, letter):
    if letter in _COMPOSED:
        return _format(value, _COMPOSED[letter])
    if letter in "%nt":
        return {"%": "%", "n": "\n", "t": "\t"}[letter]
    if letter in "HIklpMSf":
        return _clock_directive(value, letter)
    if letter in ("z", ":z", "Z"):
        offset = value.utcoffset() if hasattr(value, "utcoffset") else None
        if offset is None:
            return ""
        return value.tzname() if letter == "Z" else _offset_text(offset, ":" if letter == ":z" else "")
    day = value if isinstance(value, date) else date(1900, 1, 1)
    return _date_directive(day, letter)


def _clock_directive(value, letter):
    hour = getattr(value, "hour", 0)
    if letter == "H":
        return f"{hour:02d}"
    if letter == "I":
        return f"{(hour + 11) % 12 + 1:02d}"
    if letter == "k":
        return f"{hour:2d}"
    if letter == "l":
        return f"{(hour + 11) % 12 + 1:2d}"
    if letter == "p":
        return "AM" if hour < 12 else "PM"
    if letter == "M":
        return f"{getattr(value, 'minute', 0):02d}"
    if letter == "S":
        return f"{getattr(value, 'second', 0):02d}"
    return f"{getattr(value, 'microsecond', 0):06d}"


def _date_directive(day, letter):
    if letter == "Y":
        return str(day.year)
    if letter == "m":
        return f"{day.month:02d}"
    if letter == "d":
        return f"{day.day:02d}"
    if letter == "e":
        return f"{day.day:2d}"
    if letter == "y":
        return f"{day.year % 100:02d}"
    if letter == "C":
        return f"{day.year // 100:02d}"
    if letter in "aA":
        name = _DAYS[day.weekday()]
        return name if letter == "A" else name[:3]
    if letter in "bB":
        name = _MONTHS[day.month - 1]
        return name if letter == "B" else name[:3]
    if letter == "w":
        return str((day.weekday() + 1) % 7)
    if letter == "u":
        return str(day.weekday() + 1)
    if letter in "GV":
        year, week, _ = day.isocalendar()
        return str(year) if letter == "G" else f"{week:02d}"
    year_day = _ordinal(day.year, day.month, day.day) - _ordinal(day.year, 1, 1)
    if letter == "j":
        return f"{year_day + 1:03d}"
    if letter == "U":
        return f"{(year_day + 7 - (day.weekday() + 1) % 7) // 7:02d}"
    if letter == "W":
        return f"{(year_day + 7 - day.weekday()) // 7:02d}"
    if letter == "s":
        moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
        return str(int(moment.timestamp()))
    return "%" + letter


# Directive of strptime -> (field, most digits, least value, greatest value).
_NUMERIC = {
    "d": ("day", 2, 1, 31), "m": ("month", 2, 1, 12), "Y": ("year", 4, 0, 9999), "y": ("short_year", 2, 0, 99),
    "H": ("hour", 2, 0, 23), "I": ("hour12", 2, 1, 12), "M": ("minute", 2, 0, 59), "S": ("second", 2, 0, 61),
    "j": ("year_day", 3, 1, 366), "w": ("weekday", 1, 0, 6), "u": ("iso_weekday", 1, 1, 7),
    "U": ("sunday_week", 2, 0, 53), "W": ("monday_week", 2, 0, 53), "G": ("iso_year", 4, 0, 9999),
    "V": ("iso_week", 2, 0, 53),
}
_NAMES = {
    "a": ("weekday_name", tuple(name[:3].lower() for name in _DAYS)),
    "A": ("weekday_name", tuple(map(str.lower, _DAYS))),
    "b": ("month", tuple(name[:3].lower() for name in _MONTHS)), "B": ("month", tuple(map(str.lower, _MONTHS))),
    "p": ("afternoon", ("am", "pm")),
}


def _parse(text, format):
    for value, position in ((text, 1), (format, 2)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {position} must be str, not {type(value).__name__}")
    found = {}
    end = _match(text, format, found)
    if end is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if end != len(text):
        raise ValueError(f"unconverted data remains: {text[end:]}")
    return _fields_from(found)


def _expanded(format):
    for letter in "cxXDFTRr":
        format = format.replace("%" + letter, _COMPOSED[letter].replace("%e", "%d"))
    return format


def _match(text, format, found):
    """Reads `text` by `format` into `found`; the index where it ends, or None."""
    format = _expanded(format)
    position = i = 0
    while i < len(format):
        char = format[i]
        i += 1
        if char.isspace():
            if not text[position:position + 1].isspace():
                return None
            while text[position:position + 1].isspace():
                position += 1
        elif char != "%":
            if text[position:position + 1].lower() != char.lower():
                return None
            position += 1
        else:
            if i >= len(format):
                raise ValueError(f"stray % in format {format!r}")
            position = _match_directive(text, position, format[i], format, found)
            if position is None:
                return None
            i += 1
    return position


def _match_directive(text, position, letter, format, found):
    if letter == "%":
        return position + 1 if text[position:position + 1] == "%" else None
    if letter in _NUMERIC:
        return _match_number(text, position, found, *_NUMERIC[letter], exact=letter in "YyG")
    if letter in _NAMES:
        field, names = _NAMES[letter]
        for index, name in enumerate(names):
            if text[position:position + len(name)].lower() == name:
                found[field] = index + (field == "month")
                return position + len(name)
        return None
    if letter == "f":
        end = position
        while end < position + 6 and text[end:end + 1].isdigit():
            end += 1
        if end == position:
            return None
        found["microsecond"] = int(text[position:end].ljust(6, "0"))
        return end
    if letter == "z":
        return _match_offset(text, position, found)
    if letter == "Z":
        for name in ("utc", "gmt"):
            if text[position:position + 3].lower() == name:
                return position + 3
        return None
    raise ValueError(f"'{letter}' is a bad directive in format {format!r}")


def _match_number(text, position, found, field, digits, low, high, exact):
    end = position
    while end < position + digits and "0" <= text[end:end + 1] <= "9":
        end += 1
    if exact and end != position + digits:
        return None
    # Like a regular expression, takes fewer digits rather than a number out of range.
    while end > position:
        value = int(text[position:end])
        if low <= value <= high:
            found[field] = value
            return end
        end -= 1
    return None


def _match_offset(text, position, found):
    if text[position:position + 1] == "Z":
        found["tzinfo"] = timezone.utc
        return position + 1
    if text[position:position + 1] not in ("+", "-"):
        return None
    end = position + 1
    while text[end:end + 1].isdigit() or text[end:end + 1] == ":" or text[end:end + 1] == ".":
        end += 1
    try:
        hours, minutes, seconds, us = _parse_iso_clock(text[position + 1:end])
    except _Malformed:
        return None
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=us)
    found["tzinfo"] = timezone(-offset if text[position] == "-" else offset)
    return end


def _fields_from(found):
    year = found.get("year")
    if "short_year" in found:
        short = found["short_year"]
        year = 2000 + short if short <= 68 else 1900 + short
    month, day = found.get("month", 1), found.get("day", 1)
    if year is None:
        year = 1904 if (month, day) == (2, 29) else 1900
    if "year_day" in found and "month" not in found:
        _, month, day = _from_ordinal(_ordinal(year, 1, 1) + found["year_day"] - 1)
    weekday = found.get("weekday_name", found.get("iso_weekday", found.get("weekday", 8) or 7) - 1)
    if weekday < 7 and "year_day" not in found:
        if "iso_week" in found and "iso_year" in found:
            year, month, day = _from_iso_calendar(found["iso_year"], found["iso_week"], weekday + 1)
        for field, late in (("sunday_week", 1), ("monday_week", 0)):
            if field in found:
                first = _ordinal(year, 1, 1)
                start = first - (first + 6 + late) % 7
                whole = start == first
                days = 7 * (found[field] - whole) + (weekday + late) % 7
                year, month, day = _from_ordinal(start + days)
    if (month, day) == (2, 29) and year == 1904 and "year" not in found and "short_year" not in found:
        year = 1900
    hour = found.get("hour", 0)
    if "hour12" in found:
        hour = found["hour12"] % 12 + 12 * found.get("afternoon", 0)
    return {
        "year": year, "month": month, "day": day, "hour": hour, "minute": found.get("minute", 0),
        "second": found.get("second", 0), "microsecond": found.get("microsecond", 0), "tzinfo": found.get("tzinfo"),
    }
