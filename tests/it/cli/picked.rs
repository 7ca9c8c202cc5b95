//! What is printed of what was picked without a screen.

use super::harness::run;

#[test]
fn what_is_printed_is_of_the_organisation_that_was_picked() {
    for (what, query, begin) in [
        ("id", "politie zwolle", "politie-team-zwolle"),
        // The site that is opened for a team is that of the police.
        ("tsv", "politie zwolle", "politie-team-zwolle\tPolitie Zwolle\t"),
        ("json", "politie zwolle", r#"{"organisation":{"id":"politie-team-zwolle","#),
        ("handle", "politie ede", "@"),
        ("handle", "knmi", "@"),
        ("tsv", "digid", "logius\tLogius\t"),
    ] {
        let ran = run(&["-1", "-0", "--print", what, query]);
        assert!(ran.out.starts_with(begin), "{what} {query}: {}", ran.out);
    }
}
