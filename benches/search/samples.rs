//! Times as they were taken, and what is read from them.

use std::time::Duration;

use crate::peers::Matcher;

/// One answer of one matcher.
struct Sample {
    matcher: Matcher,
    query: &'static str,
    time: Duration,
    met: usize,
}

/// All answers at one size.
#[derive(Default)]
pub(crate) struct Samples(Vec<Sample>);

impl Samples {
    pub(crate) fn add(
        &mut self,
        matcher: Matcher,
        query: &'static str,
        time: Duration,
        met: usize,
    ) {
        self.0.push(Sample { matcher, query, time, met });
    }

    /// The times of a matcher over all queries.
    pub(crate) fn of(&self, matcher: Matcher) -> Times {
        self.0.iter().filter(|it| it.matcher == matcher).map(|it| it.time).collect()
    }

    /// The times of a matcher for one query.
    pub(crate) fn of_query(&self, matcher: Matcher, query: &str) -> Times {
        let of = self.0.iter().filter(|it| it.matcher == matcher && it.query == query);
        of.map(|it| it.time).collect()
    }

    /// How many organisations a matcher met with a query.
    pub(crate) fn met(&self, matcher: Matcher, query: &str) -> usize {
        let mut of = self.0.iter().filter(|it| it.matcher == matcher && it.query == query);
        of.next().map_or(0, |it| it.met)
    }
}

/// Times, shortest first.
pub(crate) struct Times(Vec<Duration>);

impl FromIterator<Duration> for Times {
    fn from_iter<I: IntoIterator<Item = Duration>>(times: I) -> Self {
        let mut times: Vec<Duration> = times.into_iter().collect();
        times.sort_unstable();
        Self(times)
    }
}

impl Times {
    /// In milliseconds: half of all were shorter.
    pub(crate) fn median(&self) -> f64 {
        self.within(50)
    }

    /// In milliseconds: what so many of a hundred stayed within.
    pub(crate) fn within(&self, of_hundred: usize) -> f64 {
        let at = (self.0.len() * of_hundred / 100).min(self.0.len().saturating_sub(1));
        self.0.get(at).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
    }

    /// In milliseconds: the longest.
    pub(crate) fn longest(&self) -> f64 {
        self.within(100)
    }
}
