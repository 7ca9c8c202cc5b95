//! The day of a date as records have it.

use officieel_directory::directory::Date;

/// The first year of which a page can be: the web is of 1990.
const EARLIEST: u16 = 1990;

/// The time zones that there are, in minutes from UTC: of Baker Island and of the Line Islands.
const ZONES: std::ops::RangeInclusive<i64> = -12 * 60..=14 * 60;

/// A moment in minutes of its day, and the minutes that its time zone is ahead of UTC.
struct Time {
    minutes: i64,
    zone: i64,
}

/// The day of a date, in UTC: alone, or with the time behind it (section 5.4 of the standard, after ISO 8601). `None` where
/// there is no such moment, or was no web yet.
pub(super) fn day(date: &str) -> Option<Date> {
    let (day, time) = date.trim().split_at_checked(10)?;
    let day: Date = day.parse().ok()?;
    let time = match time.strip_prefix(['T', 't']) {
        Some(time) => self::time(time)?,
        None if time.is_empty() => Time { minutes: 0, zone: 0 },
        None => return None,
    };
    let minutes = day.days_since(Date::from_unix_seconds(0)) * 24 * 60 + time.minutes - time.zone;
    let utc = Date::from_unix_seconds(u64::try_from(minutes * 60).ok()?);
    (utc.year() >= EARLIEST).then_some(utc)
}

/// `10:00`, `10:00:59`, `10:00:59.123`, with or without a time zone.
fn time(text: &str) -> Option<Time> {
    let at = text.find(['Z', 'z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at_checked(at)?;
    let mut parts = clock.split(':');
    let hours = number(parts.next()?, 23)?;
    let minutes = number(parts.next()?, 59)?;
    if let Some(seconds) = parts.next() {
        let (whole, part) = seconds.split_once('.').unwrap_or((seconds, "0"));
        number(whole, 59)?;
        if part.is_empty() || !part.bytes().all(|it| it.is_ascii_digit()) {
            return None;
        }
    }
    let zone = self::zone(zone)?;
    parts.next().is_none().then_some(Time { minutes: hours * 60 + minutes, zone })
}

/// `Z`, `+01:00`, `+0100` or `+01`, in minutes.
fn zone(text: &str) -> Option<i64> {
    let (sign, rest) = match text.split_at_checked(1) {
        None | Some(("Z" | "z", "")) => return Some(0),
        Some(("+", rest)) => (1, rest),
        Some(("-", rest)) => (-1, rest),
        Some(_) => return None,
    };
    let (hours, rest) = rest.split_at_checked(2)?;
    let minutes = match rest.strip_prefix(':') {
        Some(minutes) => number(minutes, 59)?,
        None if rest.is_empty() => 0,
        None => number(rest, 59)?,
    };
    let zone = sign * (number(hours, 23)? * 60 + minutes);
    ZONES.contains(&zone).then_some(zone)
}

/// Two digits that are no more than a number.
fn number(text: &str, most: i64) -> Option<i64> {
    let is_number = text.len() == 2 && text.bytes().all(|it| it.is_ascii_digit());
    text.parse().ok().filter(|it| is_number && *it <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_that_there_is_has_a_day() {
        for (date, expected) in [
            ("2026-11-20", Some("2026-11-20")),
            ("2026-11-20T10:00Z", Some("2026-11-20")),
            (" 2026-11-20T10:00:00Z ", Some("2026-11-20")),
            ("2026-11-20T23:59:59.999999999Z", Some("2026-11-20")),
            ("2026-11-20t10:00:00z", Some("2026-11-20")),
            ("2026-11-20T10:00:00", Some("2026-11-20")),
            ("2026-11-20T23:30:00-05:00", Some("2026-11-21")),
            ("2026-03-01T00:30:00+0100", Some("2026-02-28")),
            ("2026-11-20T00:30:00+14", Some("2026-11-19")),
            ("1990-01-01T00:00:00Z", Some("1990-01-01")),
            ("1990-01-01T00:00:00+01:00", None),
            ("1989-12-31T23:30:00-01:00", Some("1990-01-01")),
            ("1989-12-31", None),
            ("1969-12-31T23:59:59Z", None),
            ("0001-01-01T00:00:00Z", None),
            ("2026-11-20T10:00:00+99:00", None),
            ("2026-11-20T10:00:00+14:01", None),
            ("2026-11-20T10:00:00-12:30", None),
            ("2026-11-20T10:00:00+01:60", None),
            ("2026-11-20T10:00:00+1", None),
            ("2026-11-20T10:00:00+01:00Z", None),
            ("2026-11-20T10:00:00 UTC", None),
            ("2026-11-20T23:59:60Z", None),
            ("2026-11-20T24:00:00Z", None),
            ("2026-11-20T10:60:00Z", None),
            ("2026-11-20T10:00:00.Z", None),
            ("2026-11-20T10:00:00:00Z", None),
            ("2026-11-20T10Z", None),
            ("2026-11-20T", None),
            ("2026-11-20T+1:+1:+1Z", None),
            ("2026-11-20 10:00:00Z", None),
            ("2026-02-29T10:00:00Z", None),
            ("2026-11", None),
            ("2026", None),
            ("", None),
            ("2026-11-2é", None),
            ("2026-11-20T10:00:00é", None),
        ] {
            let found = day(date).map(|it| it.to_string());
            assert_eq!(found.as_deref(), expected, "{date}");
        }
    }
}
