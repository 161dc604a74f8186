//! Dates and times, in the recorder's notation.

use switchboard_pyfmt::Result;
use switchboard_pyfmt::strftime::{BrokenDownTime, Zone, ctime, strftime};

use crate::harness::Arguments;

pub fn answer(operation: &str, given: &Arguments) -> Option<Result<String>> {
    let time = BrokenDownTime::from_unix(given.number(0));
    Some(Ok(match operation {
        "fields" => fields(&time),
        "ctime" => ctime(&time),
        "timegm" => time.to_unix().to_string(),
        "strftime" => strftime(&time, given.text(1)),
        "datetime" => strftime(&moment(given), given.text(2)),
        _ => return None,
    }))
}

fn fields(time: &BrokenDownTime) -> String {
    let fields = [
        time.month,
        time.day,
        time.hour,
        time.minute,
        time.second,
        time.weekday,
    ];
    let fields = fields.map(|field| field.to_string()).join("|");
    format!("{}|{fields}|{}|0", time.year, time.year_day)
}

/// 2024-02-29 12:34:56 with the microsecond and the offset of the case.
fn moment(given: &Arguments) -> BrokenDownTime {
    let zone = given.optional_number(1).map(|seconds| {
        let utc_offset = i32::try_from(seconds).unwrap();
        Zone {
            utc_offset,
            name: zone_name(utc_offset),
        }
    });
    let microsecond = u32::try_from(given.number(0)).unwrap();
    let date = BrokenDownTime::from_civil(2024, 2, 29);
    BrokenDownTime {
        hour: 12,
        minute: 34,
        second: 56,
        microsecond,
        zone,
        ..date
    }
}

/// The name that `datetime.timezone` gives to an offset.
fn zone_name(utc_offset: i32) -> String {
    let zone = Some(Zone {
        utc_offset,
        name: String::new(),
    });
    let offset = strftime(
        &BrokenDownTime {
            zone,
            ..BrokenDownTime::from_civil(2024, 1, 1)
        },
        "%:z",
    );
    if utc_offset == 0 {
        "UTC".to_owned()
    } else {
        format!("UTC{offset}")
    }
}
