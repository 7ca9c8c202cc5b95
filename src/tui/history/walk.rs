//! Going back through what was asked, and forth again.

/// Where the reader is in what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    /// What had been asked when the walk began, the newest first: what comes in meanwhile moves nothing.
    queries: Vec<String>,
    at: usize,
}

impl Walk {
    /// The newest query of these, which stand newest first; `None` where there is none.
    pub fn begin(queries: &[String]) -> Option<Self> {
        (!queries.is_empty()).then(|| Self { queries: queries.to_vec(), at: 0 })
    }

    /// The query that is reached.
    pub fn query(&self) -> &str {
        self.queries.get(self.at).map_or("", String::as_str)
    }

    /// Goes to the query before it; from the oldest no further.
    pub fn older(&mut self) {
        self.at = (self.at + 1).min(self.queries.len().saturating_sub(1));
    }

    /// Goes to the query behind it; whether there is one.
    pub fn newer(&mut self) -> bool {
        let newer = self.at.checked_sub(1);
        self.at = newer.unwrap_or_default();
        newer.is_some()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_walk_leads_back_and_forth() {
        let queries = ["c", "b", "a"].map(str::to_owned);
        for (steps, reached) in [
            ("", Some("c")),
            ("u", Some("b")),
            ("uu", Some("a")),
            ("uuuu", Some("a")),
            ("uuuud", Some("b")),
            ("ud", Some("c")),
            ("d", None),
            ("uudd", Some("c")),
            ("uuddd", None),
        ] {
            let mut walk = Walk::begin(&queries).unwrap();
            let mut is_there = true;
            for step in steps.chars() {
                if step == 'u' { walk.older() } else { is_there = walk.newer() }
            }
            assert_eq!(is_there.then(|| walk.query()), reached, "{steps}");
        }
        assert_eq!(Walk::begin(&[]), None);
    }

    proptest! {
        #[test]
        fn a_walk_never_leaves_its_bounds(count in 1_usize..9, steps in proptest::collection::vec(any::<bool>(), 0..40)) {
            let queries: Vec<String> = (0..count).map(|it| format!("q{it}")).collect();
            let mut walk = Walk::begin(&queries).unwrap();
            let mut at = 0_usize;
            for is_older in steps {
                if is_older {
                    walk.older();
                    at = (at + 1).min(count - 1);
                } else {
                    prop_assert_eq!(walk.newer(), at > 0);
                    at = at.saturating_sub(1);
                }
                prop_assert_eq!(walk.query(), &queries[at]);
            }
        }
    }
}
