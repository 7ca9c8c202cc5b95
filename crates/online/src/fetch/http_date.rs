//! The one date that servers are to send: RFC 9110, 5.6.7.

use std::time::Duration;

/// `Sun, 06 Nov 1994 08:49:37 GMT` as the time since 1970. The two older forms are sent by nobody.
pub(super) fn parse(text: &str) -> Option<Duration> {
    let (_, text) = text.split_once(", ")?;
    let mut parts = text.split(' ');
    let (day, month, year) =
        (number(parts.next()?, 2)?, month(parts.next()?)?, number(parts.next()?, 4)?);
    let mut time = parts.next()?.split(':');
    let (hour, minute, second) =
        (number(time.next()?, 2)?, number(time.next()?, 2)?, number(time.next()?, 2)?);
    let is_sound =
        (1..=31).contains(&day) && hour < 24 && minute < 60 && second <= 60 && year >= 1970;
    if !is_sound || parts.next() != Some("GMT") || parts.next().is_some() || time.next().is_some() {
        return None;
    }
    let seconds = days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second;
    Some(Duration::from_secs(seconds))
}

fn number(text: &str, digits: usize) -> Option<u64> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

fn month(text: &str) -> Option<u64> {
    let all = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    (1..).zip(all).find(|(_, name)| *name == text).map(|(month, _)| month)
}

/// Days from 1 January 1970 on, in the calendar whose years begin in March.
fn days(year: u64, month: u64, day: u64) -> u64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month = if month <= 2 { month + 9 } else { month - 3 };
    (365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
        .saturating_sub(719_469)
}
