//! A day, a month or a year: as precise as the source was.

use serde::{Deserialize, Serialize};

use std::fmt;
use std::str::FromStr;

/// A date in the Gregorian calendar that may stop at the year or the month, as sources do.
///
/// Ordered by its earliest day, so that age is never understated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Date {
    year: u16,
    /// 1 to 12, or 0 where the source names only the year.
    month: u8,
    /// 1 to 31, or 0 where the source names no day.
    day: u8,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is no date; write it as 2026-11-21, 2026-11 or 2026")]
pub struct ParseDateError;

impl Date {
    /// The last day that can be written.
    pub const LAST: Self = Self { year: 9999, month: 12, day: 31 };

    /// A full date.
    ///
    /// # Errors
    ///
    /// Where the calendar has no such day.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, ParseDateError> {
        let date = Self { year, month, day };
        if date.exists() { Ok(date) } else { Err(ParseDateError) }
    }

    /// The date of a moment, in UTC, counted in seconds since 1 January 1970.
    pub fn from_unix_seconds(seconds: u64) -> Self {
        // Civil-from-days after the proleptic Gregorian calendar: eras of 400 years begin on 1 March.
        let days = seconds / 86_400 + 719_468;
        let era = days / 146_097;
        let day_of_era = days % 146_097;
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        Self {
            year: u16::try_from(year).unwrap_or(u16::MAX),
            month: u8::try_from(month).unwrap_or(0),
            day: u8::try_from(day).unwrap_or(0),
        }
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where the source names it.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// Whether the source names the day.
    pub fn is_day(self) -> bool {
        self.day > 0
    }

    /// The date this many months earlier; what the date leaves open stays open.
    #[must_use]
    pub fn months_before(self, months: u16) -> Self {
        let count = u32::from(self.year) * 12 + u32::from(self.month.max(1)) - 1;
        let earlier = count.saturating_sub(u32::from(months));
        let year = u16::try_from(earlier / 12).unwrap_or(0);
        let month = if self.month == 0 { 0 } else { u8::try_from(earlier % 12 + 1).unwrap_or(1) };
        let day = self.day.min(days_in(year, month));
        Self { year, month, day }
    }

    /// The days from this date to another, fewer than none where that is earlier; `None` where one of them leaves its day
    /// open.
    pub fn days_until(self, other: Self) -> Option<i64> {
        let number = |date: Self| {
            // Days-from-civil after the proleptic Gregorian calendar: years begin on 1 March.
            let month = i64::from(date.month);
            let year = i64::from(date.year) - i64::from(month <= 2);
            let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i64::from(date.day);
            let day = 365 * year + year / 4 - year / 100 + year / 400 + day_of_year;
            (date.day > 0).then_some(day)
        };
        Some(number(other)? - number(self)?)
    }

    /// Whether it is later than another date for sure: later than the last day that the other may be.
    pub fn is_after(self, other: Self) -> bool {
        let (year, month) = (self.year.cmp(&other.year), self.month.cmp(&other.month));
        match (other.month, other.day) {
            (0, _) => year.is_gt(),
            (_, 0) => year.then(month).is_gt(),
            _ => self > other,
        }
    }

    /// How many days it is later than another date; negative where it is earlier. What stops at the month or the year
    /// counts as its first day.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.day_number() - earlier.day_number()
    }

    /// Days since 1 March of the year 0, after the same calendar as [`Self::from_unix_seconds`].
    fn day_number(self) -> i64 {
        let (month, day) = (i64::from(self.month.max(1)), i64::from(self.day.max(1)));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let shifted_month = if month > 2 { month - 3 } else { month + 9 };
        let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
        year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
    }

    fn exists(self) -> bool {
        (1..=9999).contains(&self.year)
            && self.month <= 12
            && (self.month > 0 || self.day == 0)
            && (self.day == 0 || self.day <= days_in(self.year, self.month))
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        0 => 0,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, ParseDateError> {
        let mut parts = text.as_bytes().split(|byte| *byte == b'-');
        let year = number(parts.next(), 4)?;
        let month = parts.next().map_or(Ok(None), |p| number(Some(p), 2).map(Some))?;
        let day = parts.next().map_or(Ok(None), |p| number(Some(p), 2).map(Some))?;
        if parts.next().is_some() || month == Some(0) || day == Some(0) {
            return Err(ParseDateError);
        }
        let date = Self {
            year,
            month: u8::try_from(month.unwrap_or(0)).unwrap_or(u8::MAX),
            day: u8::try_from(day.unwrap_or(0)).unwrap_or(u8::MAX),
        };
        if date.exists() { Ok(date) } else { Err(ParseDateError) }
    }
}

/// A number of so many digits, four at the most.
fn number(part: Option<&[u8]>, digits: usize) -> Result<u16, ParseDateError> {
    let part = part.filter(|part| part.len() == digits).ok_or(ParseDateError)?;
    part.iter().try_fold(0, |number, digit| match digit {
        b'0'..=b'9' => Ok(number * 10 + u16::from(digit - b'0')),
        _ => Err(ParseDateError),
    })
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_months_and_years() {
        for (later, earlier, expected) in [
            ("2026-12-01", "2026-11-24", 7),
            ("2027-01-04", "2026-12-28", 7),
            ("2028-03-01", "2028-02-28", 2),
            ("2100-03-01", "2100-02-28", 1),
            ("2026-11-24", "2026-12-01", -7),
            ("2026-12", "2026-11-24", 7),
            ("2027", "2026-01-01", 365),
        ] {
            let days: [Date; 2] = [later, earlier].map(|it| it.parse().unwrap());
            assert_eq!(days[0].days_since(days[1]), expected, "{later} since {earlier}");
        }
        let first = Date::from_unix_seconds(0);
        for day in [0_u64, 1, 58, 59, 60, 10_957, 20_787, 47_540] {
            let since = Date::from_unix_seconds(day * 86_400).days_since(first);
            assert_eq!(u64::try_from(since), Ok(day), "{day}");
        }
    }
}
