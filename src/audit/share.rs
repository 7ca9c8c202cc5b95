//! Shares, in which scores and conventions are counted.

/// How many of all that were looked at do what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// How many of them do what is counted.
    pub some: usize,
    /// How many were looked at.
    pub all: usize,
}

impl Share {
    /// In whole percents, rounded; `None` where nothing was looked at.
    pub fn percent(self) -> Option<usize> {
        (self.some * 200 + self.all).checked_div(self.all * 2)
    }

    /// As so many of a number of parts, such as the cells of a bar: at least one where there is any,
    /// and all of them only where all do.
    pub fn of_parts(self, parts: usize) -> usize {
        if self.some == 0 || parts == 0 {
            return 0;
        }
        if self.some >= self.all {
            return parts;
        }
        let rounded = (self.some * parts * 2 + self.all).checked_div(self.all * 2);
        rounded.unwrap_or_default().clamp(1, parts.saturating_sub(1).max(1))
    }

    pub(super) fn add(&mut self, other: Self) {
        self.some += other.some;
        self.all += other.all;
    }

    pub(super) fn count(&mut self, does: bool) {
        self.all += 1;
        self.some += usize::from(does);
    }
}
