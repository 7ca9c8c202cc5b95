//! The families of organisations: what their names begin with, and how they call their accounts.

use officieel::directory::Kind;

/// Organisations that are named alike.
pub(crate) struct Family {
    pub(crate) kind: Kind,
    /// What their names begin with.
    pub(crate) heads: &'static [&'static str],
    /// What another name of theirs begins with.
    pub(crate) alias: &'static str,
    /// Whether their names tell a subject rather than only a place.
    pub(crate) has_topic: bool,
    /// What their handles begin with where there is little room.
    pub(crate) short: &'static str,
    /// What they begin with elsewhere.
    pub(crate) long: &'static str,
}

/// Families named for places.
const PLACED: &[(Kind, &[&str], &str, &str, &str)] = &[
    (Kind::PoliceTeam, &["Politie", "Politie Basisteam"], "Politiebureau", "POL_", "politie"),
    (Kind::PoliceUnit, &["Politie-eenheid"], "Politie Regio", "Pol", "politie"),
    (Kind::Municipality, &["Gemeente"], "Gemeentehuis", "Gem", "gemeente"),
    (Kind::Province, &["Provincie"], "Provinciehuis", "prov", "provincie"),
    (Kind::WaterBoard, &["Waterschap", "Hoogheemraadschap van"], "Polder", "ws", "waterschap"),
    (Kind::SafetyRegion, &["Veiligheidsregio"], "Meldkamer", "VR", "veiligheidsregio"),
    (Kind::FireService, &["Brandweer"], "Brandweerkazerne", "brw_", "brandweer"),
    (Kind::HealthService, &["GGD", "Gezondheidsdienst"], "Priklocatie", "ggd", "ggd"),
    (Kind::EnvironmentService, &["Omgevingsdienst"], "Milieudienst", "od", "omgevingsdienst"),
    (Kind::Court, &["Rechtbank", "Gerechtshof"], "Paleis van Justitie", "rb_", "rechtbank"),
];

/// Families named for what they do.
const TOPICAL: &[(Kind, &[&str], &str, &str, &str)] = &[
    (Kind::Agency, &["Dienst", "Rijksdienst", "Agentschap"], "Rijkskantoor", "rd", "dienst"),
    (Kind::Inspectorate, &["Inspectie", "Inspectie voor de"], "Toezicht", "insp", "inspectie"),
    (
        Kind::AdministrativeBody,
        &["Stichting", "Autoriteit", "Raad voor"],
        "Bureau",
        "st",
        "stichting",
    ),
    (Kind::AdvisoryBody, &["Adviescollege", "Commissie", "Adviesraad"], "Raad", "adv", "advies"),
    (
        Kind::JointArrangement,
        &["Gemeenschappelijke regeling", "Samenwerking", "Werkorganisatie", "Afvalbeheer"],
        "Regio",
        "gr",
        "regio",
    ),
    (Kind::Department, &["Directie", "Programma", "Dienst"], "Loket", "dir", "directie"),
    (Kind::Other, &["Overleg", "Netwerk", "Platform"], "Vereniging", "net", "netwerk"),
];

/// All families.
pub(crate) fn families() -> Vec<Family> {
    let family = |has_topic: bool| {
        move |&(kind, heads, alias, short, long): &(_, _, _, _, _)| Family {
            kind,
            heads,
            alias,
            has_topic,
            short,
            long,
        }
    };
    PLACED.iter().map(family(false)).chain(TOPICAL.iter().map(family(true))).collect()
}
