//! The findings about names in the built-in directory.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::audit::conventions::proposal::bearer;
use crate::audit::{Family, Finding, Rule, Scope, Severity, Subject, audit};
use crate::check::similarity::Similarity;
use crate::directory::Directory;

/// The directory and its findings, made once for all tests.
fn all() -> &'static (Directory, Vec<Finding>) {
    static ALL: LazyLock<(Directory, Vec<Finding>)> = LazyLock::new(audited);
    &ALL
}

fn audited() -> (Directory, Vec<Finding>) {
    let directory = crate::embedded::directory().unwrap();
    let similarity = Similarity::new(&directory);
    let today = "2026-11-21".parse().unwrap();
    let findings = audit(&directory, &similarity, today, &Scope::default());
    (directory, findings)
}

impl Finding {
    fn value(&self, place: &str) -> Option<String> {
        let values = self.details.values();
        let value = values.iter().find(|(it, _)| *it == place);
        value.map(|(_, value)| value.plain().to_owned())
    }
}

/// The findings of a rule by the handle that they are about.
fn of(findings: &[Finding], rule: Rule) -> BTreeMap<String, &Finding> {
    let of_rule = findings.iter().filter(|it| it.rule() == rule);
    of_rule.filter_map(|it| Some((it.value("handle")?, it))).collect()
}

#[test]
fn who_breaks_the_convention_is_told_apart_by_the_reason() {
    let (_, findings) = all();
    let (breaks, separators) =
        (of(findings, Rule::NamingConvention), of(findings, Rule::NamingSeparator));
    for (handle, reason, proposal) in [
        ("@PolitieUtrecht", None, Some("POL_Utrecht")),
        ("@POLAU247", Some("unfit"), None),
        ("@PolitieAdamOost", None, Some("POL_AdamOost")),
        // The convention of Oost-Brabant and of Limburg.
        ("@PolitieHelmond", Some("unit"), Some("POL_Helmond")),
        ("@politievenray", Some("unit"), Some("POL_Venray")),
        ("@gaasperdam", Some("note"), Some("POL_Gaasperdam")),
        ("@OvertoomseSluis", Some("unfit"), None),
        ("Hardenbergpolitie", None, Some("politieHardenberg")),
        // The name that people know already, rather than one with the city before it.
        ("@PolitieLaak", None, Some("POL_Laak")),
        ("noord-holland", None, Some("provincie-noord-holland")),
        // The words of a name are joined as those of others are.
        ("gemdijkenwaard", None, Some("gemeente-dijk-en-waard")),
        ("@zuid_holland", None, Some("provzuidholland")),
    ] {
        let finding = breaks[handle];
        assert_eq!(finding.value("reason").as_deref(), reason, "{handle}");
        assert_eq!(finding.proposal.as_deref(), proposal, "{handle}");
        let severity = if reason.is_some() { Severity::Note } else { Severity::Warning };
        assert_eq!(finding.severity, severity, "{handle}");
    }
    for (handle, reason, proposal) in [
        ("@PolZoetermeer", Some("unit"), Some("POL_Zoetermeer")),
        // One letter too long with an underscore.
        ("@PolScheveningen", Some("unfit"), None),
        ("@poldrenthe", None, Some("POL_Drenthe")),
        ("@provincie_utrecht", None, Some("provincieutrecht")),
        ("gemeentestichtsevecht", None, Some("gemeente-stichtse-vecht")),
        ("@gemeente_pijnacker_nootdorp", None, Some("gemeentepijnackernootdorp")),
        ("provinciezeeland", None, Some("provincie-zeeland")),
    ] {
        let finding = separators[handle];
        assert_eq!(finding.value("reason").as_deref(), reason, "{handle}");
        assert_eq!(finding.proposal.as_deref(), proposal, "{handle}");
    }
}

#[test]
fn no_convention_is_broken_where_none_leads_or_where_it_is_followed() {
    let (directory, findings) = all();
    let breaks = of(findings, Rule::NamingConvention);
    // Followed, shortened where it must be; another account of the same organisation follows it; the
    // account is for one purpose; and municipalities on X have no leading template.
    for handle in [
        "@POL_Ede",
        "@pol_hmeer",
        "@POL_Zbuitenveld",
        "@oogvoornoordholland",
        "@jongbrummen",
        "@handhaving_oosterhout",
        "@gemeentetxl",
        "@Straatweg",
        // With the signs of the name itself; and on YouTube too many have a number behind the name.
        "gemeente-'s-hertogenbosch",
        "@gemeentebergeijk4481",
    ] {
        assert!(!breaks.contains_key(handle), "{handle}");
    }
    let retired = findings.iter().filter(|it| it.rule() <= Rule::NamingConfusable);
    for account in retired.flat_map(|it| it.subject.accounts()) {
        let it = directory.account(*account);
        assert!(!it.status.is_retired());
        assert_eq!(directory.organisation(it.organisation).ended, None);
    }
}

#[test]
fn a_family_with_capitals_is_known_by_them_and_one_without_misses_none() {
    let (_, findings) = all();
    let cases = of(findings, Rule::NamingCase);
    // Capitals where most have none; and letters that only begin as the template's do.
    for handle in ["PolitieUden", "GemeenteAssen", "@ProvDrenthe", "@ProvincieNH"] {
        assert!(!cases.contains_key(handle), "{handle}");
    }
    for (handle, proposal) in [("@pol_hmeer", "POL_hmeer"), ("@Pol_WveenZuidpl", "POL_WveenZuidpl")]
    {
        assert_eq!(cases[handle].proposal.as_deref(), Some(proposal));
        assert_eq!(cases[handle].severity, Severity::Note);
    }
    assert!(cases.values().all(|it| {
        let handle = it.value("handle").unwrap().trim_start_matches('@').replace('.', "");
        it.proposal.as_ref().is_some_and(|proposal| proposal.eq_ignore_ascii_case(&handle))
    }));
}

#[test]
fn a_place_is_shortened_in_vain_where_all_of_it_fits() {
    let (_, findings) = all();
    let shortened = of(findings, Rule::NamingShortened);
    for (handle, proposal) in [
        ("@gemeentetxl", Some("gemeentetexel")),
        ("gemeenteDH", Some("gemeenteDenHaag")),
        ("politiewwijk", Some("politiewinterswijk")),
        // Too long for X; nothing is left out but a connective; a whole name.
        ("@pol_hmeer", None),
        ("@gilzerijen", None),
        // A word in the midst of the name is missing; the organisation's own domain.
        ("politieamsterdamgaasperdam", None),
        ("politie.Sch.Oed.Smg", None),
        ("brabant", None),
        ("ggdnog", None),
        ("@POL_Ede", None),
    ] {
        let found = shortened.get(handle).and_then(|it| it.proposal.as_deref());
        assert_eq!(found, proposal, "{handle}");
    }
}

#[test]
fn a_handle_tells_whose_it_is() {
    let (_, findings) = all();
    let silent = of(findings, Rule::NamingFamilyWord);
    for (handle, is_silent) in [
        ("@gaasperdam", true),
        ("oostgelre", true),
        ("@Kornoeljeplein1", true),
        // It is for roadworks, and says so.
        ("@Straatweg", false),
        ("@FlevoNieuws", false),
        ("@commissietdenr", false),
        ("@POLAU247", false),
        ("@Brabant", false),
        ("@SWFryslan", false),
        // The abbreviation of its English name.
        ("@DutchMFA", false),
    ] {
        assert_eq!(silent.contains_key(handle), is_silent, "{handle}");
    }
}

#[test]
fn names_differ_by_platform() {
    let (directory, findings) = all();
    let found = |id: &str| {
        let organisation = directory.organisation_by_id(id).unwrap();
        let subject = Subject::Organisation(organisation, None);
        let mut of_it = findings
            .iter()
            .filter(|it| it.rule() == Rule::NamingInconsistent && it.subject == subject);
        let finding = of_it.next()?;
        let share = (finding.value("count").unwrap(), finding.value("total").unwrap());
        Some((format!("{} of {}", share.0, share.1), finding.proposal.as_deref()))
    };
    for (id, share, proposal) in [
        ("nationaal-archief", "3 of 4", Some("nationaalarchief")),
        ("waterschap-scheldestromen", "2 of 4", Some("scheldestromen")),
        ("veiligheidsregio-zuid-holland-zuid", "3 of 4", Some("VRZHZ")),
        // Of two equally common names the one that it is called by.
        ("inspectie-gezondheidszorg-en-jeugd", "1 of 2", Some("igj")),
        // Of two others the one that is shortened from its name.
        ("veiligheidsregio-gelderland-zuid", "1 of 2", Some("veiligheidsregiogz")),
        // As that is too short for Facebook, the other.
        ("koninklijk-nederlands-meteorologisch-instituut", "2 of 5", Some("KNMInl")),
        // On Facebook the convention is another than any of its names that fits on X.
        ("gemeente-amsterdam", "4 of 5", None),
    ] {
        assert_eq!(found(id), Some((share.to_owned(), proposal)), "{id}");
    }
    for id in [
        // Separators and case are no difference, and one platform is none either.
        "gemeenschappelijke-gezondheidsdienst-zeeland",
        "gemeente-brummen",
        "politie",
        // On X and on Facebook it follows the convention of the police there.
        "politie-team-nunspeet",
        // On X the convention of its unit; on Facebook that of the police.
        "politie-team-den-haag-hoefkade",
        // The convention is broken on Facebook, and that is told as such.
        "politie-team-hardenberg",
        // The name on Facebook is too long for X, which has it shortened.
        "gemeente-zoetermeer",
        "adviesraad-migratie",
        "regio-midden-holland",
        "gemeente-heemstede",
        // On LinkedIn most of the family bear their whole name.
        "waterschap-aa-en-maas",
        "autoriteit-financiele-markten",
        "algemene-rekenkamer",
    ] {
        assert_eq!(found(id), None, "{id}");
    }
}

#[test]
fn a_large_family_without_a_convention_is_told_once_and_its_accounts_are_not() {
    let (directory, findings) = all();
    let without: Vec<(String, &str, String)> = findings
        .iter()
        .filter(|it| it.rule() == Rule::NamingNoConvention)
        .filter_map(|it| {
            let Subject::Family(family, platform) = it.subject else { return None };
            let on = directory.platform(platform).id();
            Some((family.id(directory), on, it.value("templates")?))
        })
        .collect();
    let templates = |family: &str, on: &str| {
        let mut all = without.iter().filter(|it| (it.0.as_str(), it.1) == (family, on));
        all.next().map(|it| it.2.as_str())
    };
    assert_eq!(
        templates("municipality", "x"),
        Some("gem_{place} (83), gem{place} (68), gemeente{place} (66)")
    );
    assert_eq!(
        templates("municipality", "youtube"),
        Some("gemeente{place} (49), gem{place} (10), {place} (5)")
    );
    assert_eq!(
        templates("province", "youtube"),
        Some("provincie{province} (5), {province} (3), prov{province} (3)")
    );
    for (family, on) in [
        // Declared, or leading.
        ("police-team", "x"),
        ("province", "x"),
        ("municipality", "facebook"),
        // Too few; and bodies that have nothing in common but being bodies.
        ("agency", "linkedin"),
        ("administrative-body", "linkedin"),
        ("administrative-body", "x"),
        ("joint-arrangement", "facebook"),
    ] {
        assert_eq!(templates(family, on), None, "{family} {on}");
    }
    let single = [Rule::NamingConvention, Rule::NamingSeparator];
    for finding in findings.iter().filter(|it| single.contains(&it.rule())) {
        let account = directory.account(finding.subject.accounts()[0]);
        let kind = directory.organisation(account.organisation).kind.id();
        assert_eq!(templates(kind, directory.platform(account.platform).id()), None, "{finding:?}");
    }
}

#[test]
fn handles_of_two_organisations_a_letter_apart() {
    let (_, findings) = all();
    let close = findings.iter().filter(|it| it.rule() == Rule::NamingConfusable);
    let pairs: Vec<_> =
        close.map(|it| ["handle", "other"].map(|place| it.value(place).unwrap())).collect();
    let expected = [
        ["ministerie-van-bzk", "ministerievanezk"],
        ["@MinBZ", "@minbzk"],
        ["ministeriebz", "MinisterieEZ"],
        ["@AutoriteitCM", "AutoriteitFM"],
        ["@gemeentebergen", "@gemeentebergen_l"],
        ["@gemeenteHbeek", "gemeente-beek"],
        ["vng", "vnhg"],
    ];
    assert_eq!(pairs, expected);
}

#[test]
fn what_is_proposed_can_be_had() {
    let (directory, findings) = all();
    let rules = [Rule::NamingConvention, Rule::NamingSeparator, Rule::NamingShortened];
    let mut seen = 0;
    for finding in findings.iter().filter(|it| rules.contains(&it.rule())) {
        let (Some(proposal), [account]) = (&finding.proposal, finding.subject.accounts()) else {
            assert!(finding.value("reason").is_some(), "{finding:?}");
            continue;
        };
        let part = proposal.split('@').next().unwrap();
        assert_eq!(bearer(directory, *account, part), Ok(None), "{proposal}");
        seen += 1;
    }
    assert!(seen > 80, "{seen}");
}

#[test]
fn who_has_no_place_breaks_no_convention_of_places() {
    let (directory, _) = all();
    let police = directory.organisation_by_id("politie").unwrap();
    let scope = Scope { family: Some(Family::Under(police)), ..Scope::default() };
    let today = "2026-11-21".parse().unwrap();
    let findings = audit(directory, &Similarity::new(directory), today, &scope);
    let breaks = of(&findings, Rule::NamingConvention);
    assert!(breaks.contains_key("@PolitieUtrecht"));
    for handle in ["@Politie", "politie"] {
        assert!(!breaks.contains_key(handle), "{handle}");
    }
}
