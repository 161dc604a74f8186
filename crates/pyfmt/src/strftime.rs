//! Dates and times as text: `time.strftime`, `datetime.strftime` and `ctime`, in the C locale.

use std::fmt::Write;

const SECONDS_PER_DAY: i64 = 86_400;

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A moment in calendar fields, as `struct_time` and `datetime` hold it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenDownTime {
    pub year: i64,
    /// 1 to 12
    pub month: u8,
    /// 1 to 31
    pub day: u8,
    /// 0 to 23
    pub hour: u8,
    /// 0 to 59
    pub minute: u8,
    /// 0 to 61
    pub second: u8,
    /// 0 to 999,999
    pub microsecond: u32,
    /// 0 is Monday.
    pub weekday: u8,
    /// 1 to 366
    pub year_day: u16,
    /// `None` for a naive `datetime`: then `%z` and `%Z` are empty.
    pub zone: Option<Zone>,
}

/// A time zone as `%z` and `%Z` show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Seconds east of Greenwich.
    pub utc_offset: i32,
    pub name: String,
}

impl BrokenDownTime {
    /// `time.gmtime(seconds)`, for whole seconds since 1970 within some billions of years.
    pub fn from_unix(seconds: i64) -> Self {
        let (days, of_day) = (
            seconds.div_euclid(SECONDS_PER_DAY),
            seconds.rem_euclid(SECONDS_PER_DAY),
        );
        let (year, month, day) = civil_from_days(days);
        let mut time = Self::from_civil(year, month, day);
        time.hour = narrowed(of_day / 3600);
        time.minute = narrowed(of_day / 60 % 60);
        time.second = narrowed(of_day % 60);
        time.zone = Some(Zone {
            utc_offset: 0,
            name: "GMT".to_owned(),
        });
        time
    }

    /// Midnight of a date, without a zone.
    pub fn from_civil(year: i64, month: u8, day: u8) -> Self {
        let days = days_from_civil(year, month, day);
        let year_day = days - days_from_civil(year, 1, 1) + 1;
        Self {
            year,
            month,
            day,
            hour: 0,
            minute: 0,
            second: 0,
            microsecond: 0,
            weekday: narrowed((days + 3).rem_euclid(7)),
            year_day: u16::try_from(year_day).unwrap_or(0),
            zone: None,
        }
    }

    /// `calendar.timegm`: whole seconds since 1970, the fields taken as UTC.
    pub fn to_unix(&self) -> i64 {
        let of_day = i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second);
        days_from_civil(self.year, self.month, self.day) * SECONDS_PER_DAY + of_day
    }

    /// The year that the ISO week belongs to, and the week: 1 to 53.
    pub fn iso_week(&self) -> (i64, u8) {
        // A week belongs to the year of its Thursday.
        let day = days_from_civil(self.year, self.month, self.day);
        let thursday = day - i64::from(self.weekday) + 3;
        let (year, _, _) = civil_from_days(thursday);
        (year, narrowed((thursday - days_from_civil(year, 1, 1)) / 7 + 1))
    }
}

/// Days from 1970-01-01 to a date of the proleptic Gregorian calendar.
pub fn days_from_civil(year: i64, month: u8, day: u8) -> i64 {
    // Years that begin in March have their leap day at the end.
    let month = i64::from(month);
    let (year, from_march) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let of_year = (153 * from_march + 2) / 5 + i64::from(day) - 1;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + of_year - 719_468
}

/// The year, month and day that begin so many days after 1970-01-01.
pub fn civil_from_days(days: i64) -> (i64, u8, u8) {
    const DAYS_PER_ERA: i64 = 146_097;
    let since_march_of_0 = days + 719_468;
    let (era, of_era) = (
        since_march_of_0.div_euclid(DAYS_PER_ERA),
        since_march_of_0.rem_euclid(DAYS_PER_ERA),
    );
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, narrowed(month), narrowed(day))
}

/// `time.ctime()`, `time.asctime()` and `datetime.ctime()`.
pub fn ctime(time: &BrokenDownTime) -> String {
    strftime(time, "%a %b %e %H:%M:%S %Y")
}

/// `strftime(format)`: the directives of C and of GNU, `%f` and `%:z` of `datetime`. Unknown ones stay as
/// they are.
pub fn strftime(time: &BrokenDownTime, format: &str) -> String {
    let mut out = String::with_capacity(format.len());
    let mut rest = format;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        match Directive::parse(after) {
            Some((directive, after)) => {
                match directive.expand(time) {
                    Some(text) => out.push_str(&text),
                    None => {
                        out.push('%');
                        let length = rest.len() - before.len() - 1 - after.len();
                        out.push_str(
                            rest.get(before.len() + 1..before.len() + 1 + length)
                                .unwrap_or(""),
                        );
                    }
                }
                rest = after;
            }
            None => {
                out.push('%');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// What stands after a percent sign.
#[derive(Default)]
struct Directive {
    /// GNU's `-`, `_` or `0`.
    padding: Option<char>,
    /// GNU's `^` or `#`.
    case: Option<char>,
    width: usize,
    /// `datetime`'s `:`, before a `z`.
    colon: bool,
    kind: char,
}

/// The text of a directive before padding.
enum Expansion {
    /// A number, the digits it has at least, and what fills them up.
    Number(i64, usize, char),
    Text(String),
}

impl Directive {
    /// More digits than anybody wants; it bounds what a short format can grow to.
    const MAX_WIDTH: usize = 1000;

    fn parse(text: &str) -> Option<(Self, &str)> {
        let mut directive = Self::default();
        let mut rest = text.chars();
        loop {
            let c = rest.next()?;
            match c {
                '-' | '_' => directive.padding = Some(c),
                '0' if directive.width == 0 => directive.padding = Some(c),
                '^' | '#' => directive.case = Some(c),
                '0'..='9' => {
                    let digit = usize::try_from(c.to_digit(10)?).ok()?;
                    directive.width = (directive.width * 10 + digit).min(Self::MAX_WIDTH);
                }
                ':' => directive.colon = true,
                // These ask for another calendar or script, which the C locale does not have.
                'E' | 'O' => {}
                _ => {
                    directive.kind = c;
                    return Some((directive, rest.as_str()));
                }
            }
        }
    }

    /// `None` for an unknown directive.
    fn expand(&self, time: &BrokenDownTime) -> Option<String> {
        Some(match self.expansion(time)? {
            Expansion::Text(text) => {
                let text = match self.case {
                    Some('^') => text.to_ascii_uppercase(),
                    Some(_) if matches!(self.kind, 'p' | 'Z') => text.to_ascii_lowercase(),
                    Some(_) => text.to_ascii_uppercase(),
                    None => text,
                };
                let fill = if self.padding == Some('0') { '0' } else { ' ' };
                let missing = self.width.saturating_sub(text.len());
                std::iter::repeat_n(fill, missing).chain(text.chars()).collect()
            }
            Expansion::Number(number, digits, fill) => {
                let (digits, fill) = match self.padding {
                    Some('-') => (0, fill),
                    Some('_') => (digits.max(self.width), ' '),
                    Some(zero) => (digits.max(self.width), zero),
                    None => (digits.max(self.width), fill),
                };
                let text = number.to_string();
                let missing = digits.saturating_sub(text.len());
                std::iter::repeat_n(fill, missing).chain(text.chars()).collect()
            }
        })
    }

    fn expansion(&self, time: &BrokenDownTime) -> Option<Expansion> {
        let two = |number: i64| Expansion::Number(number, 2, '0');
        let composed = |format: &str| Expansion::Text(strftime(time, format));
        let short = |name: &str| Expansion::Text(name.get(..3).unwrap_or("").to_owned());
        let hour_of_12 = (i64::from(time.hour) + 11) % 12 + 1;
        let half = if time.hour < 12 { "AM" } else { "PM" };
        // Sunday is the first day of a week of `%U` and `%w`.
        let from_sunday = (i64::from(time.weekday) + 1) % 7;
        let day_of_year = i64::from(time.year_day);
        Some(match self.kind {
            'a' => short(weekday_name(time)),
            'A' => Expansion::Text(weekday_name(time).to_owned()),
            'b' | 'h' => short(month_name(time)),
            'B' => Expansion::Text(month_name(time).to_owned()),
            'c' => composed("%a %b %e %H:%M:%S %Y"),
            'C' => two(time.year.div_euclid(100)),
            'd' => two(i64::from(time.day)),
            'D' | 'x' => composed("%m/%d/%y"),
            'e' => Expansion::Number(i64::from(time.day), 2, ' '),
            'f' => Expansion::Number(i64::from(time.microsecond), 6, '0'),
            'F' => composed("%Y-%m-%d"),
            'g' => two(time.iso_week().0.rem_euclid(100)),
            'G' => Expansion::Number(time.iso_week().0, 0, '0'),
            'H' => two(i64::from(time.hour)),
            'I' => two(hour_of_12),
            'j' => Expansion::Number(day_of_year, 3, '0'),
            'k' => Expansion::Number(i64::from(time.hour), 2, ' '),
            'l' => Expansion::Number(hour_of_12, 2, ' '),
            'm' => two(i64::from(time.month)),
            'M' => two(i64::from(time.minute)),
            'n' => Expansion::Text("\n".to_owned()),
            'p' => Expansion::Text(half.to_owned()),
            'P' => Expansion::Text(half.to_ascii_lowercase()),
            'r' => composed("%I:%M:%S %p"),
            'R' => composed("%H:%M"),
            's' => Expansion::Number(time.to_unix(), 1, '0'),
            'S' => two(i64::from(time.second)),
            't' => Expansion::Text("\t".to_owned()),
            'T' | 'X' => composed("%H:%M:%S"),
            'u' => Expansion::Number(i64::from(time.weekday) + 1, 1, '0'),
            'U' => two((day_of_year + 6 - from_sunday) / 7),
            'V' => two(i64::from(time.iso_week().1)),
            'w' => Expansion::Number(from_sunday, 1, '0'),
            'W' => two((day_of_year + 6 - i64::from(time.weekday)) / 7),
            'y' => two(time.year.rem_euclid(100)),
            'Y' => Expansion::Number(time.year, 0, '0'),
            'z' => Expansion::Text(time.zone.as_ref().map_or(String::new(), |zone| self.offset(zone))),
            'Z' => Expansion::Text(time.zone.as_ref().map_or(String::new(), |zone| zone.name.clone())),
            '%' => Expansion::Text("%".to_owned()),
            _ => return None,
        })
    }

    fn offset(&self, zone: &Zone) -> String {
        let sign = if zone.utc_offset < 0 { '-' } else { '+' };
        let colon = if self.colon { ":" } else { "" };
        let seconds = zone.utc_offset.unsigned_abs();
        let mut text = format!("{sign}{:02}{colon}{:02}", seconds / 3600, seconds / 60 % 60);
        if !seconds.is_multiple_of(60) {
            // Writing to a String cannot fail.
            let _ = write!(text, "{colon}{:02}", seconds % 60);
        }
        text
    }
}

fn weekday_name(time: &BrokenDownTime) -> &'static str {
    WEEKDAYS.get(usize::from(time.weekday)).copied().unwrap_or("?")
}

fn month_name(time: &BrokenDownTime) -> &'static str {
    usize::from(time.month)
        .checked_sub(1)
        .and_then(|month| MONTHS.get(month))
        .copied()
        .unwrap_or("?")
}

/// For numbers that are small by construction.
fn narrowed(value: i64) -> u8 {
    u8::try_from(value).unwrap_or(0)
}
