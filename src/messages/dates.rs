//! Days as a language writes them, and how long ago one was.

use crate::directory::Date;
use crate::words::Words;

/// A day in words, `28 november 2026`; what a source leaves open is left out.
pub fn long(words: &Words, date: Date) -> String {
    let [year, month, day] = parts(date);
    let name = usize::try_from(month - 1).ok();
    let name = name.and_then(|at| words.month_names.split_whitespace().nth(at));
    match (name, day) {
        (None, _) => year.to_string(),
        (Some(name), 0) => format!("{name} {year}"),
        (Some(name), day) => words.date_long(&day.to_string(), name, &year.to_string()),
    }
}

/// How old something of a day is, in words; nothing of a day that is still to come.
pub fn age(words: &Words, date: Date, today: Date) -> Option<String> {
    let days = day_number(today) - day_number(date);
    Some(match days {
        ..0 => return None,
        0 => words.age_today.to_owned(),
        1 => words.age_yesterday.to_owned(),
        2..14 => words.age_days(&days.to_string()),
        14..60 => words.age_weeks(&(days / 7).to_string()),
        60..730 => words.age_months(&(days / 30).to_string()),
        _ => words.age_years(&(days / 365).to_string()),
    })
}

/// Year, month and day; 0 where the date leaves it open.
fn parts(date: Date) -> [i64; 3] {
    let text = date.to_string();
    let mut parts = text.split('-').map(|part| part.parse().unwrap_or_default());
    [(); 3].map(|()| parts.next().unwrap_or_default())
}

/// Days since a fixed day, counted in years that begin on 1 March so that a leap day comes last.
fn day_number(date: Date) -> i64 {
    let [year, month, day] = parts(date);
    let (month, day) = (month.max(1), day.max(1));
    let (year, shifted) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    year * 365 + year / 4 - year / 100 + year / 400 + (153 * shifted + 2) / 5 + day
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn every_language_has_twelve_months() {
        for language in Language::ALL {
            assert_eq!(language.words().month_names.split_whitespace().count(), 12);
        }
    }

    #[test]
    fn a_day_is_written_out() {
        for (day, dutch, english) in [
            ("2026-11-28", "28 november 2026", "28 November 2026"),
            ("2026-03-01", "1 maart 2026", "1 March 2026"),
            ("2026-11", "november 2026", "November 2026"),
            ("2026", "2026", "2026"),
        ] {
            assert_eq!(long(Language::Nl.words(), date(day)), dutch);
            assert_eq!(long(Language::En.words(), date(day)), english);
        }
    }

    #[test]
    fn an_age_is_told_as_exactly_as_it_is_of_use() {
        let words = Language::Nl.words();
        for (day, today, expected) in [
            ("2026-11-28", "2026-11-28", Some("van vandaag")),
            ("2026-11-28", "2026-11-29", Some("van gisteren")),
            ("2026-02-28", "2026-03-02", Some("2 dagen oud")),
            ("2024-02-28", "2024-03-02", Some("3 dagen oud")),
            ("2025-12-31", "2026-01-20", Some("2 weken oud")),
            ("2026-05-16", "2026-11-28", Some("6 maanden oud")),
            ("2023-11-28", "2026-11-28", Some("3 jaar oud")),
            ("2026-11-29", "2026-11-28", None),
        ] {
            assert_eq!(age(words, date(day), date(today)).as_deref(), expected, "{day} {today}");
        }
    }
}
