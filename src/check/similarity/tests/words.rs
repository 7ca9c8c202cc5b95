//! Names of other bodies and words of every day, which are near to a listed name and are no look-alikes.

use super::*;

/// The ids of the bodies whose natural name it is.
fn bearers(name: &str) -> Vec<&'static str> {
    let Listed { directory, similarity } = listed();
    let found = similarity.natural(directory, name);
    found.into_iter().map(|index| directory.organisation(index).id.as_str()).collect()
}

#[test]
fn a_body_bears_the_names_that_the_customs_of_its_kind_make() {
    for (name, id) in [
        // The word of the kind, and an abbreviation or a name.
        ("ministerieAZ", "ministerie-van-algemene-zaken"),
        ("Ministerie_AZ", "ministerie-van-algemene-zaken"),
        ("Ministerie.BZ", "ministerie-van-buitenlandse-zaken"),
        ("ministerieFin", "ministerie-van-financien"),
        ("ministerieVanFinancien", "ministerie-van-financien"),
        ("gemeenteaalten", "gemeente-aalten"),
        ("gemeente-asten", "gemeente-asten"),
        // What handles of the kind begin or end with.
        ("gem_asten", "gemeente-asten"),
        ("asten.gemeente", "gemeente-asten"),
        ("provdrenthe", "provincie-drenthe"),
        ("vr_utrecht", "veiligheidsregio-utrecht"),
        // What abbreviations and aliases of the kind begin with.
        ("odMiddenHolland", "omgevingsdienst-midden-holland"),
        ("od-midden-holland", "omgevingsdienst-midden-holland"),
        ("min_financien", "ministerie-van-financien"),
        // For all of the country.
        ("VWSnl", "ministerie-van-volksgezondheid-welzijn-en-sport"),
        ("VWS_nl", "ministerie-van-volksgezondheid-welzijn-en-sport"),
        ("VRO_nl", "ministerie-van-volkshuisvesting-en-ruimtelijke-ordening"),
        ("ministerieAZ_nl", "ministerie-van-algemene-zaken"),
        // A name without the word of its kind, and an alias.
        ("aalten", "gemeente-aalten"),
        ("rud-utrecht", "regionale-uitvoeringsdienst-utrecht"),
    ] {
        let found = bearers(name);
        assert!(found.iter().any(|it| it.starts_with(id)), "{name}: {found:?}");
    }
}

#[test]
fn no_body_bears_a_name_that_is_torn_disguised_or_of_another_kind() {
    for name in [
        "mini_sterieAZ",
        "ministerieA_Z",
        "ministerie__AZ",
        "ministerieAZ_",
        "_ministerieAZ",
        "m1nisterieAZ",
        "ministerieА\u{417}",
        "ministerie\u{200b}AZ",
        "gemeenteAZ",
        "provincieasten",
        "ministerieasten",
        "bela..stingdienst",
        "a_a_l_ten",
        "gem",
        "gemeente",
        "nl",
        "",
    ] {
        let found = bearers(name);
        let is_word = |id: &&str| !["gemeente", "gem"].contains(id);
        assert!(!found.iter().any(is_word), "{name}: {found:?}");
    }
}

#[test]
fn the_natural_name_of_one_body_is_no_look_alike_of_another() {
    for name in [
        "ministerieAZ",
        "Ministerie_AZ",
        "ministerieFin",
        "VWSnl",
        "VWS_nl",
        "VRO_nl",
        "odMiddenHolland",
    ] {
        for on in [&[][..], &["facebook"], &["x"], &["instagram"]] {
            assert_eq!(resembled(name, on).map(|it| it.genuine), None, "{name} on {on:?}");
        }
    }
    // Of its own body, only points and dashes on a platform that nobody knows.
    assert_eq!(resembled("Ministerie_BZ", &[]), None);
}

#[test]
fn what_imitates_a_listed_account_of_the_same_body_stays_a_look_alike() {
    for (name, on, genuine) in [
        ("ministerieb_z", "facebook", "ministeriebz"),
        ("minister1eEZ", "facebook", "MinisterieEZ"),
        ("ministerieEEZ", "facebook", "MinisterieEZ"),
        ("minsiterieez", "facebook", "MinisterieEZ"),
        ("gemeente.asten", "instagram", "gemeenteasten"),
        ("politie_nl", "x", "Politie"),
        ("belastingdienst_nl", "x", "Belastingdienst"),
        ("ministerie\u{200b}AZ", "facebook", "MinisterieEZ"),
    ] {
        let found = resembled(name, &[on]).map(|it| it.genuine);
        assert_eq!(found.as_deref(), Some(genuine), "{name}");
    }
}

#[test]
fn words_that_are_made_of_a_listed_name_are_no_slips_in_it() {
    for name in [
        // Plurals, and singulars of what is listed in the plural.
        "developers",
        "opensources",
        "digilabs",
        "orgaandonaties",
        "rekenkamers",
        "huurcommissies",
        "havenbeheerder",
        // With or without the letter that links the parts of a compound.
        "stadnieuws",
        "vervoersregio",
        "vervoersregios",
        // What the directory says is another word.
        "ministerieel",
        "defensief",
    ] {
        assert_eq!(resembled(name, &[]).map(|it| it.genuine), None, "{name}");
    }
}

#[test]
fn a_name_that_is_no_word_has_no_plural_and_no_compounds() {
    for (name, genuine) in [
        ("rijkswaterstaats", "Rijkswaterstaat"),
        ("rijkwaterstaat", "Rijkswaterstaat"),
        ("rijkoverheid", "Rijksoverheid"),
        ("belastingdiensts", "Belastingdienst"),
        ("orgaandonaties2026", ""),
        ("orgaanddonatie", "orgaandonatie"),
        ("orgaandonatiess", "orgaandonatie"),
    ] {
        let found = resembled(name, &[]).map(|it| it.genuine);
        assert_eq!(found.unwrap_or_default(), genuine, "{name}");
    }
}

#[test]
fn a_name_that_is_worth_stealing_is_seen_without_an_account() {
    for (name, genuine, affix_of_it) in [
        ("uwv_helpdesk", "uwv", "_helpdesk"),
        ("digid_helpdesk", "digid", "_helpdesk"),
        ("digidhelpdesk", "digid", "helpdesk"),
        ("klantenservice.digid", "digid", "klantenservice."),
        ("digid_nl", "digid", "_nl"),
        ("mijnoverheid_nl", "mijnoverheid", "_nl"),
        ("berichtenbox2026", "berichtenbox", "2026"),
    ] {
        for on in [&[][..], &["x"], &["facebook"]] {
            let found = resembled(name, on).map(|it| (it.genuine, it.techniques));
            let expected = (genuine.to_owned(), vec![affix(affix_of_it)]);
            assert_eq!(found, Some(expected), "{name} on {on:?}");
        }
    }
    for name in [
        // Not by name alone, nor where the affix says little in a short name.
        "digid",
        "uwv_nl",
        "uwv_fans",
        "digid_fans",
        "digidesign",
        "nuwv",
        "luwv_help",
    ] {
        assert_eq!(resembled(name, &["instagram"]), None, "{name}");
    }
}

#[test]
fn only_a_slip_may_be_chance() {
    for (name, may_be_chance) in [
        ("Rijkswatersbaat", true),
        ("Belastingdients", true),
        ("Rijkswaterstaat_nl", false),
        ("R1jkswaterstaat", false),
        ("R1jkswaterstat", false),
        ("P\u{200b}olitie", false),
        ("digid_helpdesk", false),
        ("POLEde", false),
    ] {
        let found = resembled(name, &["x"]).map(|it| it.may_be_chance());
        assert_eq!(found, Some(may_be_chance), "{name}");
    }
}
