//! Figures in tables, as Markdown has them.

use std::fmt;

use crate::samples::Times;

/// A table: what each row is about on the left, figures behind it.
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(headings: impl IntoIterator<Item = String>) -> Self {
        Self { rows: vec![headings.into_iter().collect()] }
    }

    pub(crate) fn row(&mut self, about: &str, figures: impl IntoIterator<Item = String>) {
        self.rows.push(std::iter::once(about.to_owned()).chain(figures).collect());
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, row) in self.rows.iter().enumerate() {
            writeln!(f, "| {} |", row.join(" | "))?;
            if position == 0 {
                writeln!(f, "| --- |{}", " ---: |".repeat(row.len() - 1))?;
            }
        }
        Ok(())
    }
}

/// The median, and what 99 of 100 stayed within.
pub(crate) fn pair(times: &Times) -> String {
    format!("{} / {}", number(times.median()), number(times.within(99)))
}

/// A number with as many decimals as say something; a dash where there is none.
pub(crate) fn number(value: f64) -> String {
    match value {
        v if v.is_nan() => "–".to_owned(),
        v if v < 0.0995 => format!("{v:.3}"),
        v if v < 0.995 => format!("{v:.2}"),
        v if v < 9.95 => format!("{v:.1}"),
        v => format!("{v:.0}"),
    }
}

/// A count with a comma behind the thousands.
pub(crate) fn thousands(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
