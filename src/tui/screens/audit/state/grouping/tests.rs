//! What passes a sieve, and how it stands under its rules.

use super::*;
use crate::audit::{Certainty, Details, Finding, Subject};

fn finding_text(rule: Rule, severity: Severity, text: &str) -> FindingText {
    let mut organisations = crate::embedded::directory().unwrap().organisation_indexes();
    let subject = Subject::Organisation(organisations.next().unwrap(), None);
    let details = Details::made_of(rule, &mut String::new);
    let finding = Finding { severity, ..Finding::new(details, Certainty::Certain, subject) };
    FindingText { finding, text: fold(text) }
}

/// Three rules: two warnings and a note, an error, a note.
fn all() -> Vec<FindingText> {
    vec![
        finding_text(Rule::NamingConvention, Severity::Warning, "Gemeente Súdwest X gem_sudwest"),
        finding_text(Rule::NamingConvention, Severity::Note, "Gemeente Ede Facebook ede"),
        finding_text(Rule::NamingConvention, Severity::Warning, "Gemeente Zwolle X zwolle"),
        finding_text(Rule::StatusLeft, Severity::Error, "Politie Ede X POL_Ede"),
        finding_text(Rule::EvidenceAged, Severity::Note, "Politie Zwolle X POL_Zwolle"),
    ]
}

fn grouped(filter: &str, muted: &[Severity], hidden: &[Rule], folded: &[(Rule, bool)]) -> Grouped {
    let sought = Sought { words: filter.to_owned(), ..Sought::default() };
    let sieve =
        Sieve::new(&sought, &muted.iter().copied().collect(), &hidden.iter().copied().collect());
    Grouped::new(&all(), &sieve, &folded.iter().copied().collect())
}

#[test]
fn all_words_of_a_filter_must_occur_however_they_are_written() {
    let none: &[usize] = &[];
    for (filter, expected) in [
        ("", &[0, 1, 2, 3, 4][..]),
        ("   ", &[0, 1, 2, 3, 4]),
        ("ede", &[1, 3]),
        ("EDE politie", &[3]),
        ("politie ede", &[3]),
        ("sudwest", &[0]),
        ("SÚD", &[0]),
        ("pol_", &[3, 4]),
        ("ede zwolle", none),
        ("xyzzy", none),
    ] {
        assert_eq!(grouped(filter, &[], &[], &[]).shown, expected, "{filter:?}");
    }
}

#[test]
fn severities_and_rules_are_left_out_but_counted() {
    use Severity::{Error, Note, Warning};
    for (muted, hidden, shown, counts) in [
        (&[][..], &[][..], &[0, 1, 2, 3, 4][..], [2, 2, 1]),
        (&[Note], &[], &[0, 2, 3], [2, 2, 1]),
        (&[Note, Warning], &[], &[3], [2, 2, 1]),
        (&[Error, Note, Warning], &[], &[], [2, 2, 1]),
        (&[], &[Rule::NamingConvention], &[3, 4], [1, 0, 1]),
        (&[Error], &[Rule::NamingConvention], &[4], [1, 0, 1]),
    ] {
        let grouped = grouped("", muted, hidden, &[]);
        assert_eq!((&grouped.shown[..], grouped.counts), (shown, counts), "{muted:?} {hidden:?}");
    }
}

#[test]
fn findings_stand_under_their_rules_and_are_folded_away() {
    use Row::{Finding, Rule as Head};
    let [naming, left, aged] = [Rule::NamingConvention, Rule::StatusLeft, Rule::EvidenceAged];
    let open = grouped("", &[], &[], &[]);
    let expected = [
        Head(naming),
        Finding(0),
        Finding(1),
        Finding(2),
        Head(left),
        Finding(3),
        Head(aged),
        Finding(4),
    ];
    assert_eq!(open.rows, expected);
    let folded = grouped("", &[], &[], &[(naming, true), (aged, true), (left, false)]);
    assert_eq!(folded.rows, [Head(naming), Head(left), Finding(3), Head(aged)]);
    assert_eq!(folded.shown, open.shown, "what is folded away is shown all the same");
    let counts: Vec<usize> = folded.groups.iter().map(|group| group.count).collect();
    assert_eq!(counts, [3, 1, 1]);
}

#[test]
fn a_rule_is_as_bad_as_the_worst_of_what_is_shown_of_it() {
    let severity = |grouped: Grouped| grouped.group(Rule::NamingConvention).map(|it| it.severity);
    assert_eq!(severity(grouped("", &[], &[], &[])), Some(Severity::Warning));
    assert_eq!(severity(grouped("", &[Severity::Warning], &[], &[])), Some(Severity::Note));
    assert_eq!(severity(grouped("xyzzy", &[], &[], &[])), None);
}

#[test]
fn of_many_findings_the_rules_alone_are_shown_until_few_are_left() {
    let mut many: Vec<FindingText> = Vec::new();
    for number in 0..=FEW {
        let text = if number == 0 { "de ene" } else { "een andere" };
        many.push(finding_text(Rule::EvidenceAged, Severity::Note, text));
    }
    let rows = |filter: &str, folded: &[(Rule, bool)]| {
        let sought = Sought { words: filter.to_owned(), ..Sought::default() };
        let sieve = Sieve::new(&sought, &BTreeSet::new(), &BTreeSet::new());
        Grouped::new(&many, &sieve, &folded.iter().copied().collect()).rows.len()
    };
    assert_eq!(rows("", &[]), 1);
    assert_eq!(rows("andere", &[]), FEW + 1);
    assert_eq!(rows("ene", &[]), 2);
    assert_eq!(rows("", &[(Rule::EvidenceAged, false)]), FEW + 2, "unless the reader unfolds them");
}
