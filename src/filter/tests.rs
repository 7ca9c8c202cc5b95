use super::*;
use crate::text::fold::letters;
use crate::words::Language;

fn directory() -> Directory {
    crate::embedded::directory().unwrap()
}

fn today() -> Date {
    Date::new(2026, 11, 30).unwrap()
}

fn ids(filter: &str, directory: &Directory) -> Vec<String> {
    let found = Filter::parse(filter, directory).unwrap().organisations(directory, today());
    found.into_iter().map(|index| directory.organisation(index).id.clone()).collect()
}

#[test]
fn dutch_and_english_ask_the_same() {
    let directory = directory();
    for (english, dutch) in [
        ("kind:municipality in:gelderland on:instagram", "soort:gemeente in:gelderland op:insta"),
        ("kind:municipality use:left", "soort:gemeente gebruik:verlaten"),
        ("trust:confirmed on:mastodon", "zekerheid:bevestigd op:mastodon"),
        ("badge:yes on:x", "vinkje:ja op:x"),
        ("login:no country:own", "inloggen:nee land:eigen"),
        ("without:mastodon kind:province", "zonder:mastodon soort:provincie"),
        ("country:us on:youtube kind:ministry", "land:vs op:youtube soort:ministerie"),
        ("kind:police-team|police-unit", "soort:politieteam|politie-eenheid"),
        ("ended:yes kind:municipality", "opgeheven:ja soort:gemeente"),
        ("on:x kind:province", "platform:x soort:provincie"),
        ("in:gelderland name:water", "provincie:gelderland naam:water"),
        ("name:\"den haag\"", "naam:'den haag'"),
        ("name:\"den haag\" on:x", "naam:'den haag' op:x"),
        ("name:\"'s-hertogenbosch\" on:x", "naam:'s-hertogenbosch op:x"),
        ("KIND:Municipality IN:\"noord-holland\"", "soort:GEMEENTE in:noordholland"),
    ] {
        let found = ids(english, &directory);
        assert!(!found.is_empty(), "{english}: nothing");
        assert_eq!(found, ids(dutch, &directory), "{english} / {dutch}");
    }
}

#[test]
fn what_is_asked_of_accounts_holds_for_one_of_them() {
    let directory = directory();
    let filter = Filter::parse("on:x use:left", &directory).unwrap();
    let found = filter.organisations(&directory, today());
    assert!(!found.is_empty());
    for index in found {
        let accounts = filter.accounts(&directory, index, today());
        assert!(accounts.iter().all(|it| {
            let account = directory.account(*it);
            directory.platform(account.platform).id() == "x" && account.status == Status::Left
        }));
    }
}

#[test]
fn a_condition_and_its_opposite_part_everything_between_them() {
    let directory = directory();
    for condition in ["kind:municipality", "in:zeeland", "without:x", "name:water", "under:politie"]
    {
        let all = Filter::default().organisations(&directory, today()).len();
        let with = ids(condition, &directory).len();
        let without = ids(&format!("!{condition}"), &directory).len();
        assert!(with > 0 && without > 0, "{condition}");
        assert_eq!(with + without, all, "{condition}");
    }
}

#[test]
fn any_of_some_values_is_all_of_each_together() {
    let directory = directory();
    let mut each = [ids("kind:province", &directory), ids("kind:ministry", &directory)].concat();
    let mut any = ids("kind:province|ministry", &directory);
    each.sort();
    any.sort();
    assert_eq!(each, any);
}

#[test]
fn what_is_unknown_is_not_told_as_absent() {
    let directory = directory();
    let filter = Filter::parse("kind:municipality without:x", &directory).unwrap();
    let found = filter.organisations(&directory, today());
    let absences = filter.absences(&directory, &found);
    let [absence] = absences[..] else { panic!("{absences:?}") };
    assert_eq!(absence.unknown + absence.stopped, found.len());
    assert!(absence.stopped > 0 && absence.unknown > 0);
}

#[test]
fn words_without_a_key_begin_words_of_a_name() {
    let directory = directory();
    for (filter, is_met, is_not) in [
        ("gemeente ede", "gemeente-ede", "gemeente-nederweert"),
        ("GEMEENTE Ede", "gemeente-ede", "gemeente-enschede"),
        ("gemeent weer", "gemeente-weert", "gemeente-nederweert"),
        ("waterschap rijn", "waterschap-rijn-en-ijssel", "gemeente-alphen-aan-den-rijn"),
        ("hertogenbosch gemeente", "gemeente-s-hertogenbosch", "gemeente-ede"),
        ("'s-hertogen", "gemeente-s-hertogenbosch", "gemeente-s-gravenhage"),
        ("noord-holl", "provincie-noord-holland", "provincie-zuid-holland"),
        ("financien", "ministerie-van-financien", "gemeente-ede"),
        // In quotation marks, and behind the key, it is a part of a name.
        ("gemeente \"ede\"", "gemeente-nederweert", "gemeente-almere"),
        ("gemeente name:ede", "gemeente-nederweert", "gemeente-almere"),
    ] {
        let found = ids(filter, &directory);
        assert!(found.iter().any(|id| id == is_met), "{filter}: {found:?}");
        assert!(found.iter().all(|id| id != is_not), "{filter}: {found:?}");
    }
    assert_eq!(ids("\"rijn\"", &directory), ids("name:rijn", &directory), "a part of a name");
}

#[test]
fn faults_are_told_with_what_was_meant() {
    let directory = directory();
    for (filter, place, english, dutch) in [
        (
            "knd:municipality",
            "knd",
            "Filters have no \"knd:\"; did you mean \"kind:\"?",
            "Filters kennen geen \"knd:\"; bedoelde u \"soort:\"?",
        ),
        (
            "kind:municipalty",
            "municipalty",
            "\"municipalty\" is nothing that \"kind:\" knows; did you mean \"municipality\"?",
            "\"municipalty\" kent \"soort:\" niet; bedoelde u \"municipality\"?",
        ),
        (
            "kind:gemeent",
            "gemeent",
            "\"gemeent\" is nothing that \"kind:\" knows; did you mean \"gemeente\"?",
            "\"gemeent\" kent \"soort:\" niet; bedoelde u \"gemeente\"?",
        ),
        (
            "kind:province on:instagran",
            "instagran",
            "\"instagran\" is nothing that \"on:\" knows; did you mean \"instagram\"?",
            "\"instagran\" kent \"op:\" niet; bedoelde u \"instagram\"?",
        ),
        (
            "!trust:",
            "",
            "Nothing stands behind \"trust:\"; write a value there, such as on:instagram.",
            "Achter \"zekerheid:\" staat niets; zet er een waarde, zoals op:instagram.",
        ),
        (
            "ended:perhaps",
            "perhaps",
            "\"perhaps\" is nothing that \"ended:\" knows; choose one of yes, no.",
            "\"perhaps\" kent \"opgeheven:\" niet; kies uit ja, nee.",
        ),
        (
            "kind:province \"name:rijn water",
            "\"",
            "A quotation mark opens here that nothing closes; put one behind it.",
            "Hier opent een aanhalingsteken dat nergens sluit; zet er een achter.",
        ),
    ] {
        let error = Filter::parse(filter, &directory).unwrap_err();
        assert_eq!(filter.get(error.at.clone()), Some(place), "{filter}");
        assert_eq!(error.text(Language::En.words()), english);
        assert_eq!(error.text(Language::Nl.words()), dutch);
    }
}

#[test]
fn what_is_to_be_turned_round_stands_before_the_key() {
    let directory = directory();
    for filter in ["kind:!police-team", "op:!x", "kind:municipality|!province"] {
        assert!(Filter::parse(filter, &directory).is_err(), "{filter}");
    }
}

#[test]
fn in_a_question_only_conditions_are_taken_for_conditions() {
    let directory = directory();
    for (question, words, has_filter) in [
        ("politie in:gelderland", "politie", true),
        ("op:x gemeente ede", "gemeente ede", true),
        ("https://www.knmi.nl", "https://www.knmi.nl", false),
        ("instagram:gemeente_ede", "instagram:gemeente_ede", false),
        ("is dit echt: @POL_Ede", "is dit echt: @POL_Ede", false),
        ("tel:0900-8844 politie", "tel:0900-8844 politie", false),
        ("let op: de belastingdienst", "let op: de belastingdienst", false),
        ("Onderwerp: uw aangifte", "Onderwerp: uw aangifte", false),
    ] {
        let split = Filter::split(question, &directory).unwrap();
        assert_eq!(split.words, words);
        assert_eq!(!split.filter.is_empty(), has_filter, "{question}");
    }
    assert!(Filter::split("soor:gemeente ede", &directory).is_err());
}

#[test]
fn a_filter_that_is_longer_than_anybody_types_is_told_so_at_once() {
    let directory = directory();
    for filter in
        ["op:x|".repeat(30_000), "é".repeat(60_000), format!("naam:{}", "a".repeat(5_000))]
    {
        let error = Filter::parse(&filter, &directory).unwrap_err();
        assert!(error.at.start <= 4_096 && filter.is_char_boundary(error.at.start));
        assert!(error.text(Language::Nl.words()).len() < 100);
    }
}

#[test]
fn not_on_a_platform_is_without_an_account_there() {
    let directory = directory();
    for (negated, same) in [
        ("soort:provincie !op:mastodon", "soort:provincie zonder:mastodon"),
        ("soort:provincie -op:mastodon|bluesky", "soort:provincie zonder:mastodon zonder:bluesky"),
        ("op:facebook !op:instagram", "op:facebook zonder:instagram"),
    ] {
        let found = ids(negated, &directory);
        assert!(!found.is_empty(), "{negated}");
        assert_eq!(found, ids(same, &directory), "{negated}");
    }
}

#[test]
fn a_place_may_be_called_as_people_call_it() {
    let directory = directory();
    for (typed, same) in
        [("in:friesland", "in:fryslân"), ("in:\"den bosch\"", "in:'s-hertogenbosch")]
    {
        assert_eq!(ids(typed, &directory), ids(same, &directory), "{typed}");
        assert!(!ids(typed, &directory).is_empty());
    }
}

#[test]
fn quotation_marks_and_colons_of_word_processors_do_as_well() {
    let directory = directory();
    let same = ids("name:\"rijn en\"", &directory);
    assert!(!same.is_empty());
    for typed in ["name:“rijn en”", "name:„rijn en”", "name：\"rijn en\"", "name:«rijn en»"]
    {
        assert_eq!(ids(typed, &directory), same, "{typed}");
    }
}

#[test]
fn two_platforms_ask_for_an_account_on_each() {
    let directory = directory();
    let each = |id: &str| ids(&format!("soort:provincie op:{id}"), &directory);
    let both = ids("soort:provincie op:x op:mastodon", &directory);
    let expected: Vec<String> =
        each("x").into_iter().filter(|id| each("mastodon").contains(id)).collect();
    assert!(!both.is_empty());
    assert_eq!(both, expected);
    let any = ids("soort:provincie op:x|mastodon", &directory);
    assert_eq!(any, ids("soort:provincie op:x,mastodon", &directory), "a comma does as well");
    assert!(any.len() > both.len());
    let filter = Filter::parse("soort:provincie op:x op:mastodon", &directory).unwrap();
    for index in filter.organisations(&directory, today()) {
        let accounts = filter.accounts(&directory, index, today());
        let platforms: HashSet<PlatformIndex> =
            accounts.iter().map(|it| directory.account(*it).platform).collect();
        assert_eq!(platforms.len(), 2);
    }
}

#[test]
fn what_belongs_to_the_organisation_itself_is_in_no_country() {
    let directory = directory();
    assert!(ids("land:eigen", &directory).len() > ids("land:eigen op:mastodon", &directory).len());
    assert!(ids("land:eu op:rss", &directory).is_empty());
}

#[test]
fn a_condition_that_is_begun_after_others_is_no_word() {
    let directory = directory();
    for (question, words) in
        [("op:x soort:", ""), ("politie op:x land:", "politie"), ("let op:", "let op:")]
    {
        let (split, _) = Filter::split_typed(question, &directory);
        assert_eq!(split.words, words, "{question}");
    }
}

proptest::proptest! {
    #[test]
    fn a_name_is_called_as_it_is_compared(name in "\\PC{0,20}", other in "\\PC{0,20}") {
        proptest::prop_assert!(values::is_called(&name, &letters(&name)));
        let is_same = letters(&name) == letters(&other);
        proptest::prop_assert_eq!(values::is_called(&name, &letters(&other)), is_same);
    }
}
