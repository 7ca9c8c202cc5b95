//! Links of which can't be told whether a visitor is shown them.

use super::*;

#[test]
fn what_may_be_hidden_counts_for_nothing_yet() {
    let hidden = "<style>footer{display:none}</style>";
    let unclear = "<style>footer:has(i){display:none}</style>";
    for (name, style, link, expected) in [
        ("listed", "", "social.overheid.nl/@voorbeeldig", (Outcome::Confirms, "listed")),
        (
            "listed, perhaps",
            unclear,
            "social.overheid.nl/@voorbeeldig",
            (Outcome::Unclear, "may-be-hidden"),
        ),
        (
            "listed, hidden",
            hidden,
            "social.overheid.nl/@voorbeeldig",
            (Outcome::Refused, "not-shown"),
        ),
        ("new", "", "x.com/gem_voorbeeld", (Outcome::New, "own-name")),
        ("new, perhaps", unclear, "x.com/gem_voorbeeld", (Outcome::Unclear, "may-be-hidden")),
        (
            "another's, perhaps",
            unclear,
            "x.com/ggdverweg",
            (Outcome::BelongsToAnother, "listed-for-another"),
        ),
        (
            "a person's, perhaps",
            unclear,
            "www.linkedin.com/in/jan",
            (Outcome::Person, "personal-address"),
        ),
        ("a post, perhaps", unclear, "x.com/a/status/1", (Outcome::Refused, "not-an-account")),
    ] {
        let html = format!("{style}<footer><a href='https://{link}'>x</a></footer>");
        let found: Vec<_> = rules(&html).into_iter().map(|(_, what, rule)| (what, rule)).collect();
        assert_eq!(found, [expected], "{name}");
    }
}
