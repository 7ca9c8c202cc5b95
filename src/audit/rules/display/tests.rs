//! Tests of [`super`].

use super::*;
use crate::audit::Rule;
use crate::audit::testing::{account, directory, findings, found, organisation, value};

fn shown(name: &str) -> String {
    format!("display_name = \"{name}\"")
}

#[test]
fn a_display_name_agrees_with_a_handle_that_shares_a_word_or_initials() {
    for (shown, handle, agrees) in [
        ("Rijkswaterstaat Verkeersinformatie", "RWSverkeersinfo", true),
        ("Politie Den Haag eo", "POL_DenHaag", true),
        ("Rijksinstituut voor Volksgezondheid en Milieu", "RVM_nl", true),
        ("Hilvarenbeek", "hbeek", true),
        ("NS", "ns", true),
        ("Rob Jetten", "MinPres", false),
        ("Samen sterk", "gem_ede", false),
    ] {
        assert_eq!(shares(&words(shown), &letters(handle)), agrees, "{shown} {handle}");
    }
}

#[test]
fn one_display_name_on_one_platform_is_one_finding() {
    let tax = |name: &str| {
        organisation("tax", "agency", "")
            + &account("x", "tax", &shown("The Tax Office"))
            + &account("x", "tax_help", &shown(name))
            + &account("linkedin", "tax", &shown("The Tax Office"))
            + &account("x", "tax_old", &format!("status = \"left\"\n{}", shown("The Tax Office")))
    };
    assert_eq!(
        found(&tax("the tax-office!"), Rule::DisplaySame),
        ["certain warning: tax and tax_help"]
    );
    assert_eq!(found(&tax("Tax Office Help"), Rule::DisplaySame), [""; 0]);
    let directory = directory(&tax("The Tax Office"));
    let found = findings(&directory, Rule::DisplaySame);
    assert_eq!(value(&found[0], "count"), "2");
    assert_eq!(value(&found[0], "accounts"), "@tax, @tax_help");
}

#[test]
fn a_display_name_disagrees_only_with_handle_and_organisation_both() {
    for (name, handle, note, expected) in [
        ("Jan Jansen", "gem_ede", "", &["likely note: gem_ede"][..]),
        ("Jan Jansen", "gem_ede", "note = \"It changes.\"", &["possible note: gem_ede"]),
        ("Jan Jansen", "JJansen", "", &[]),
        ("Hallo Ede", "contact", "", &[]),
        ("Stadhuis", "contact", "", &["likely note: contact"]),
        ("Het Dorp", "contact", "", &[]),
        ("!!", "contact", "", &[]),
    ] {
        let text =
            organisation("gemeente-ede", "municipality", "aliases = [\"Dorp aan de Heide\"]")
                + &account("x", handle, &format!("{}\n{note}", shown(name)));
        assert_eq!(found(&text, Rule::DisplayDisagrees), expected, "{name} {handle}");
    }
}
