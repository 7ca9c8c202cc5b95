//! Names of few letters, which have many innocent neighbours.

use super::{HostTechnique, imitated};

#[test]
fn short_names_that_are_worth_stealing_are_held_to_every_letter() {
    use HostTechnique::{Characters, EmbeddedName, OtherEnding, Typo};
    for (host, technique, genuine) in [
        ("digld.nl", Characters, "digid.nl"),
        ("dlgid.nl", Characters, "digid.nl"),
        ("dlgld.nl", Characters, "digid.nl"),
        ("mijn.digld.nl", Characters, "digid.nl"),
        ("cjlb.nl", Characters, "cjib.nl"),
        ("diigd.nl", Typo, "digid.nl"),
        ("diggid.nl", Typo, "digid.nl"),
        // The same name under an ending of the world.
        ("cjib.com", OtherEnding, "cjib.nl"),
        ("cjib.info", OtherEnding, "cjib.nl"),
        ("uwv.online", OtherEnding, "uwv.nl"),
        ("inloggen.uwv.info", OtherEnding, "uwv.nl"),
        // With the ending of the country before it.
        ("svb-nl.com", OtherEnding, "svb.nl"),
        ("duo-nl.com", OtherEnding, "duo.nl"),
        ("ind-nl.com", OtherEnding, "ind.nl"),
        ("rdw-nl.com", EmbeddedName, "rdw.nl"),
        // As a label before a domain of others.
        ("digid.deblokkadediensten.info", EmbeddedName, "digid.nl"),
        ("digid.legitimatiebewijs.app", EmbeddedName, "digid.nl"),
        ("www.cjib.anders.com", EmbeddedName, "cjib.nl"),
        ("mijnbelastingdienst.nl-teruggave.com", EmbeddedName, "belastingdienst.nl"),
        ("digid.nl-inloggen.com", EmbeddedName, "digid.nl"),
        ("mijndigid.anders-betalen.com", EmbeddedName, "digid.nl"),
        // Beside what those write who are after money for a parcel.
        ("douane-pakket.net", EmbeddedName, "douane.nl"),
        ("douane-invoerrechten.com", EmbeddedName, "douane.nl"),
    ] {
        let found = imitated(host).map(|it| (it.technique, it.genuine));
        assert_eq!(found, Some((technique, genuine.to_owned())), "{host}");
    }
}

#[test]
fn innocent_neighbours_of_short_names_are_left_in_peace() {
    for host in [
        "digit.nl",
        "digi.nl",
        "digital.nl",
        "dig.nl",
        "cjp.nl",
        "cjb.nl",
        "zelst.nl",
        "bome.nl",
        "bomen.nl",
        "allen.nl",
        "wiz.nl",
        "uww.nl",
        "uvw.nl",
        "svd.nl",
        "rdv.nl",
        "deift.be",
        "tlel.com",
        "kwk.nl",
        "duc.nl",
        "aivo.nl",
        "gddi.nl",
        "digidog.nl",
        // Bodies of other countries have names of few letters too, and so have firms.
        "cjib.de",
        "uwv.be",
        "uwv.de",
        "ing-nl.com",
        "abc-nl.com",
        "svb-nl.be",
        // Suppliers put the name of what they connect before their own.
        "digid.leverancier.nl",
        "uwv.leverancier.com",
        "cjib.leverancier.nl",
        "mijnrijkswaterstaat.leverancier.com",
        // Parcels are everyday business.
        "douanepakket.nl",
        "pakketpost.nl",
        "tennis.nl",
    ] {
        assert_eq!(imitated(host), None, "{host}");
    }
}

#[test]
fn two_letters_that_look_like_one_count_in_long_names() {
    use HostTechnique::Characters;
    for (host, genuine) in [
        ("annsterdam.nl", "amsterdam.nl"),
        ("login.annsterdam.nl", "amsterdam.nl"),
        ("annersfoort.nl", "amersfoort.nl"),
    ] {
        let found = imitated(host).map(|it| (it.technique, it.genuine));
        assert_eq!(found, Some((Characters, genuine.to_owned())), "{host}");
    }
    for host in ["ennnen.nl", "annsterdam.com", "tennis.nl", "annsterveen.nl"] {
        assert_eq!(imitated(host), None, "{host}");
    }
}
