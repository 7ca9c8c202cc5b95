//! Names of few letters, which have many innocent neighbours.

use super::{HostTechnique, imitated};

#[test]
fn short_names_that_are_worth_stealing_are_held_to_every_letter() {
    use HostTechnique::{Characters, Typo};
    for (host, technique, genuine) in [
        ("digld.nl", Characters, "digid.nl"),
        ("dlgid.nl", Characters, "digid.nl"),
        ("dlgld.nl", Characters, "digid.nl"),
        ("mijn.digld.nl", Characters, "digid.nl"),
        ("cjlb.nl", Characters, "cjib.nl"),
        ("diigd.nl", Typo, "digid.nl"),
        ("diggid.nl", Typo, "digid.nl"),
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
    ] {
        assert_eq!(imitated(host), None, "{host}");
    }
}
