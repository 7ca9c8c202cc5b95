//! The order in which the pieces of a message stand decides nothing.

use officieel::check::{Instead, Verdict};
use proptest::prelude::*;
use proptest::sample::select;

use crate::check_properties::{HOSTS, LISTED, LOOK_ALIKES};
use crate::loaded::BUILT_IN;

/// What stands around an address or a name in a line.
const LINES: &[&str] = &["{}", "Kijk op {} voor meer.", "- {}", "({})", "{}, zegt men", "> {}"];

/// Lines that lead nowhere, or to somewhere else than an address does.
const OTHERS: &[&str] = &[
    "Let op: uw pas verloopt vandaag!",
    "Bel 0800-0543 of mail naar info@belastingdienst.nl",
    "Van: iemand <a@evil.example>",
    "hxxps://evil[.]example/inloggen",
    "[een koppeling](https://evil.example/x)",
    "evil .nl/x",
    "",
];

fn line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => select(&*LISTED),
        2 => select(&*LOOK_ALIKES),
        1 => select(HOSTS).prop_map(str::to_owned),
    ];
    prop_oneof![
        4 => (select(LINES), piece).prop_map(|(line, piece)| line.replace("{}", &piece)),
        1 => select(OTHERS).prop_map(str::to_owned),
    ]
}

/// What is told of a message, in an order of its own.
fn told(lines: &[String]) -> Vec<(String, &'static str, bool)> {
    let answers = BUILT_IN.answers(&lines.join("\n"));
    // Without anything that leads somewhere, the message itself is what was asked about.
    let is_whole = |verdict: &Verdict| matches!(verdict, Verdict::NotAnAccount(Instead::Words(_)));
    let mut all: Vec<_> = answers
        .into_iter()
        .filter(|it| !is_whole(&it.verdict))
        .map(|it| (it.asked, it.verdict.id(), it.verdict.is_imitation()))
        .collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn the_order_of_lines_decides_nothing(
        (lines, other) in prop::collection::vec(line(), 1..8)
            .prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle())),
    ) {
        prop_assert_eq!(told(&lines), told(&other), "{:?} {:?}", lines, other);
    }
}
