//! Tests of [`super`]: what the built-in list says, and rules of every kind.

use proptest::prelude::*;

use super::*;
use crate::store::Writer;

fn listed(list: &str) -> PublicSuffixes {
    let mut writer = Writer::new(Vec::new()).unwrap();
    write_to(list, &mut writer).unwrap();
    PublicSuffixes::from_store(&Store::owned(writer.finish().unwrap()).unwrap())
}

const LIST: &str = "// a comment\nnl\nuk\nco.uk\n*.ck\n!www.ck\ncity.ck.example\n\n// private\nme.co.uk\n*.host.nl\n";

#[test]
fn the_longest_rule_says_where_names_are_given_away() {
    let list = listed(LIST);
    let (registry, private) = (Some(Giver::Registry), Some(Giver::Private));
    for (host, text, giver, registered) in [
        ("politie.nl", "nl", registry, Some("politie.nl")),
        ("a.politie.nl", "nl", registry, Some("politie.nl")),
        ("nl", "nl", registry, None),
        ("co.uk", "co.uk", registry, None),
        ("a.b.co.uk", "co.uk", registry, Some("b.co.uk")),
        ("a.me.co.uk", "me.co.uk", private, Some("a.me.co.uk")),
        // Not what it is given away under, but every label there.
        ("host.nl", "nl", registry, Some("host.nl")),
        ("a.host.nl", "a.host.nl", private, None),
        ("b.a.host.nl", "a.host.nl", private, Some("b.a.host.nl")),
        ("a.ck", "a.ck", registry, None),
        ("b.a.ck", "a.ck", registry, Some("b.a.ck")),
        ("www.ck", "ck", registry, Some("www.ck")),
        ("a.www.ck", "ck", registry, Some("www.ck")),
        // No rule: the last label. A label on the way to a rule is none.
        ("a.b.example", "example", None, Some("b.example")),
        ("ck.example", "example", None, Some("ck.example")),
        ("a.city.ck.example", "city.ck.example", registry, Some("a.city.ck.example")),
        ("localhost", "localhost", None, None),
        (".nl", "nl", registry, None),
        ("", "", None, None),
    ] {
        assert_eq!(list.suffix(host), Suffix { text, giver }, "{host}");
        assert_eq!(list.registered(host).map(|(text, _)| text), registered, "{host}");
    }
}

#[test]
fn without_a_list_the_last_label_is_the_ending() {
    let none = PublicSuffixes::default();
    assert_eq!(none.suffix("a.b.nl"), Suffix { text: "nl", giver: None });
    assert_eq!(none.registered("a.b.nl").map(|(text, _)| text), Some("b.nl"));
}

proptest! {
    #[test]
    fn any_host_has_an_ending(host in "([a-z]{0,3}|ck|nl|host|é)(\\.([a-z]{0,3}|ck|nl|host|co|uk|é)){0,4}") {
        let list = listed(LIST);
        let suffix = list.suffix(&host);
        prop_assert!(host.ends_with(suffix.text));
        if let Some((registered, of)) = list.registered(&host) {
            prop_assert_eq!(of, suffix);
            prop_assert!(host.ends_with(registered) && registered.ends_with(suffix.text));
            prop_assert_eq!(registered.split('.').count(), suffix.text.split('.').count() + 1);
        }
    }

    #[test]
    fn no_bytes_make_a_list_that_panics(
        nodes in prop::collection::vec(any::<u8>(), 0..99),
        labels in prop::collection::vec(any::<u8>(), 0..9),
    ) {
        let mut writer = Writer::new(Vec::new()).unwrap();
        writer.part(NODES, &nodes).unwrap();
        writer.part(LABELS, &labels).unwrap();
        let list = PublicSuffixes::from_store(&Store::owned(writer.finish().unwrap()).unwrap());
        prop_assert!("a.b.co.uk".ends_with(list.suffix("a.b.co.uk").text));
    }
}
