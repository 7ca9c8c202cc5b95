//! Names of few letters, which have many innocent neighbours.

use super::{HostTechnique, imitated};

#[test]
fn short_names_that_are_worth_stealing_are_held_to_every_letter() {
    use HostTechnique::{Characters, EmbeddedHost, EmbeddedName, OtherEnding, Typo};
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
        ("rdw-nl.com", OtherEnding, "rdw.nl"),
        // As a label before a domain of others.
        ("digid.deblokkadediensten.info", EmbeddedName, "digid.nl"),
        ("digid.legitimatiebewijs.app", EmbeddedName, "digid.nl"),
        ("www.cjib.anders.com", EmbeddedName, "cjib.nl"),
        ("mijnbelastingdienst.nl-teruggave.com", EmbeddedName, "belastingdienst.nl"),
        ("digid.nl-inloggen.com", EmbeddedHost, "digid.nl"),
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

#[test]
fn names_of_three_letters_are_imitated_by_what_no_name_has() {
    use HostTechnique::{Characters, EmbeddedName, OtherEnding, Typo};
    for (host, technique, genuine) in [
        ("du0.nl", Characters, "duo.nl"),
        ("lnd.nl", Characters, "ind.nl"),
        ("uvvv.nl", Characters, "uwv.nl"),
        ("kvlc.nl", Characters, "kvk.nl"),
        ("clluo.nl", Characters, "duo.nl"),
        ("rclvv.nl", Characters, "rdw.nl"),
        ("svvb.nl", Typo, "svb.nl"),
        ("u-wv.nl", Typo, "uwv.nl"),
        ("dnb7.nl", Typo, "dnb.nl"),
        ("avfm.nl", Typo, "afm.nl"),
        ("cbsnl.com", OtherEnding, "cbs.nl"),
        ("kvk-nl.nl", OtherEnding, "kvk.nl"),
        ("duo-inloggen.nl", EmbeddedName, "duo.nl"),
        ("duologin.com", EmbeddedName, "duo.nl"),
        ("mijn-svb.nl", EmbeddedName, "svb.nl"),
        ("mijnduo.nl", EmbeddedName, "duo.nl"),
        ("ind-permit.nl", EmbeddedName, "ind.nl"),
        ("inloggen-mijn-duo.nl", EmbeddedName, "duo.nl"),
    ] {
        let found = imitated(host).map(|it| (it.technique, it.genuine));
        assert_eq!(found, Some((technique, genuine.to_owned())), "{host}");
    }
    for host in [
        "kind.nl",
        "kind-betalen.nl",
        "duos.nl",
        "dub.nl",
        "udo.nl",
        "svbv.nl",
        "dnbv.nl",
        "svd.nl",
        "sub.nl",
        "acme.nl",
        "uwva.nl",
        "cbsx.com",
        "indo.nl",
        "duomo.nl",
        "duo-sport.nl",
        "knvb.nl",
        "rdv.nl",
        "cids.nl",
        "lndustrie.be",
    ] {
        assert_eq!(imitated(host), None, "{host}");
    }
}

#[test]
fn long_names_are_held_to_every_letter() {
    for host in [
        "oolitie.nl",
        "politir.nl",
        "polutie.nl",
        "politie7.nl",
        "pol-itie.nl",
        "amsterxam.nl",
        "mamsterdam.nl",
        "utrech.nl",
        "utreght.nl",
        "rotterdwm.nl",
        "kadster.nl",
        "toeslaben.nl",
        "toeslagem.nl",
        "rijksoverheif.nl",
        "vechstromen.nl",
        "xn--blastingdienst-9db.nl",
        "xn--olitie-7ve.nl",
        "nijnoverheid.nl",
        "energietoeslag-aanvragen.nl",
        "brabamt.nl",
        "rekenkamr.nl",
        "rĳnlamd.net",
        "rijnlamđ.net",
        "amsterďan.nl",
    ] {
        assert!(imitated(host).is_some(), "{host}");
    }
    for host in [
        "positie.nl",
        "politiek.nl",
        "leider.nl",
        "houden.nl",
        "den-haag.nl",
        "utrechts.nl",
        "1zwolle.nl",
        "zwollen.nl",
        "aalter.be",
        "cadaster.nl",
        "overhead.nl",
        "overhemd.nl",
        "gemeenteaalten.nl",
        "gemeenteasten.nl",
        "rud-utrecht.nl",
        "rudutrecht.nl",
        "internet-consultatie.nl",
        "politieke.nl",
        "amsterdan.com",
        "utreght.com",
        "energietoeslag.nl",
    ] {
        assert_eq!(imitated(host), None, "{host}");
    }
}
