//! Tests of [`super`] against the directory that is built in.

mod around;
mod innocent;
mod short;
mod words;

use std::sync::OnceLock;

use super::{HostImitation, HostTechnique, Hosts, Imitated, Likelihood};
use crate::check::similarity::Change;
use crate::directory::Directory;

/// The built-in directory and its hosts.
fn directory() -> &'static (Directory, Hosts) {
    static DIRECTORY: OnceLock<(Directory, Hosts)> = OnceLock::new();
    DIRECTORY.get_or_init(|| {
        let directory = crate::embedded::directory().unwrap();
        let hosts = Hosts::new(&directory);
        (directory, hosts)
    })
}

fn imitated(host: &str) -> Option<HostImitation> {
    let (directory, hosts) = directory();
    hosts.imitated(directory, host)
}

fn site(host: &str) -> Option<(String, String)> {
    let (directory, hosts) = directory();
    let site = hosts.site(directory, host, "")?;
    let organisation = site.organisation(directory)?;
    Some((directory.organisation(organisation).id.clone(), site.host))
}

#[test]
fn hosts_of_listed_websites_are_found() {
    for (host, organisation, listed) in [
        ("belastingdienst.nl", "belastingdienst", "belastingdienst.nl"),
        ("www.belastingdienst.nl", "belastingdienst", "belastingdienst.nl"),
        ("mijn.belastingdienst.nl", "belastingdienst", "belastingdienst.nl"),
        ("WWW.Politie.NL.", "politie", "politie.nl"),
        ("zwolle.nl", "gemeente-zwolle", "zwolle.nl"),
    ] {
        assert_eq!(site(host), Some((organisation.to_owned(), listed.to_owned())), "{host}");
    }
    for host in [
        "belastingdienst.com",
        "evilbelastingdienst.nl",
        "nl",
        "",
        "linkedin.com",
        "www.linkedin.com",
        "facebook.com",
        "pleio.nl",
        "anders.pleio.nl",
        "onbekend.overheid.nl",
    ] {
        assert_eq!(site(host), None, "{host}");
    }
}

#[test]
fn a_page_on_a_host_of_others_does_not_make_it_its_own() {
    for (host, organisation) in [
        // Paresto has a page there; the host is called after Defensie.
        ("werkenbijdefensie.nl", "ministerie-van-defensie"),
        ("www.werkenbijdefensie.nl", "ministerie-van-defensie"),
        // Front pages in a language, or under a name for one, are front pages.
        ("acm.nl", "autoriteit-consument-en-markt"),
        ("meierijstad.nl", "gemeente-meierijstad"),
        ("svb.nl", "sociale-verzekeringsbank"),
        ("recreatieschapvoorneputten.nl", "recreatieschap-voorne-putten"),
        // Deeper pages on a host that is called after the organisation, or that tell who speaks there.
        ("leiden.nl", "gemeente-leiden"),
        ("npo.nl", "nederlandse-publieke-omroep"),
        ("groningen-seaports.com", "havenschap-groningen-seaports"),
        ("unesco.nl", "nationale-unesco-commissie"),
        ("werkenbijhltsamen.nl", "werkorganisatie-hlt-samen"),
        ("hulpinregioalkmaar.nl", "gisd-regio-alkmaar"),
        // The front page beats pages of others, and of two fronts the one that the host is called after.
        ("hogeraad.nl", "hoge-raad-der-nederlanden"),
        ("huurcommissie.nl", "huurcommissie"),
        ("rijksdienstcn.com", "rijksdienst-caribisch-nederland"),
        ("amersfoort.nl", "gemeente-amersfoort"),
        ("sed-organisatie.nl", "sed-organisatie"),
    ] {
        assert_eq!(site(host).map(|it| it.0).as_deref(), Some(organisation), "{host}");
    }
    // Societies, and others, on whose sites commissions have a page: they are not listed themselves.
    for host in [
        "knmg.nl",
        "knmp.nl",
        "knmt.nl",
        "fgzpt.nl",
        "lexces.nl",
        "bureauwbtv.nl",
        "businessparkhaaglanden.nl",
        "werkeningelderland.nl",
        "haarlem.pleio.nl",
    ] {
        assert_eq!(site(host), None, "{host}");
        assert_eq!(imitated(host), None, "{host}");
    }
}

/// How each kind of imitation is recognised: the host, the technique, what is imitated.
const IMITATIONS: &[(&str, HostTechnique, &str)] = {
    use HostTechnique::{Characters, EmbeddedHost, EmbeddedName, OtherEnding, Typo};
    &[
        ("faceb00k.com", Characters, "facebook.com"),
        ("www.faceb00k.com", Characters, "facebook.com"),
        ("login.faceb00k.com", Characters, "facebook.com"),
        ("facebo0k.nl", Characters, "facebook.com"),
        ("lnstagram.com", Characters, "instagram.com"),
        ("1nstagram.com", Characters, "instagram.com"),
        ("lnstagrarn.com", Characters, "instagram.com"),
        ("instagrarn.com", Characters, "instagram.com"),
        ("tvvitter.com", Characters, "twitter.com"),
        ("twltter.com", Characters, "twitter.com"),
        ("y0utube.com", Characters, "youtube.com"),
        ("1inkedin.com", Characters, "linkedin.com"),
        ("linkedln.com", Characters, "linkedin.com"),
        ("tikt0k.com", Characters, "tiktok.com"),
        ("whatsapp.corn", OtherEnding, "whatsapp.com"),
        ("social.0verheid.nl", Characters, "social.overheid.nl"),
        ("0verheid.nl", Characters, "overheid.nl"),
        ("be1astingdienst.nl", Characters, "belastingdienst.nl"),
        ("beIastingdienst.nl", Characters, "belastingdienst.nl"),
        ("be1astingdienst.com", Characters, "belastingdienst.nl"),
        ("belastingclienst.nl", Characters, "belastingdienst.nl"),
        ("polit1e.nl", Characters, "politie.nl"),
        ("p0litie.nl", Characters, "politie.nl"),
        ("polltle.nl", Characters, "politie.nl"),
        ("rijksoverhe1d.nl", Characters, "rijksoverheid.nl"),
        ("amsterdarn.nl", Characters, "amsterdam.nl"),
        ("r0tterdam.nl", Characters, "rotterdam.nl"),
        ("arnhern.nl", Characters, "arnhem.nl"),
        ("pоlitie.nl", Characters, "politie.nl"),
        ("xn--plitie-wqf.nl", Characters, "politie.nl"),
        ("fаcebook.com", Characters, "facebook.com"),
        ("х.com", Characters, "x.com"),
        ("bélastingdienst.nl", Characters, "belastingdienst.nl"),
        ("belastıngdienst.nl", Characters, "belastingdienst.nl"),
        ("evilfaceb00k.com", Characters, "facebook.com"),
        ("be1astingdienst-betalen.nl", Characters, "belastingdienst.nl"),
        ("d1gid-form.xyz", Characters, "digid.nl"),
        ("belastingdients.nl", Typo, "belastingdienst.nl"),
        ("belastingdienst.n1.com", EmbeddedHost, "belastingdienst.nl"),
        ("belastindienst.nl", Typo, "belastingdienst.nl"),
        ("belastingdinest.nl", Typo, "belastingdienst.nl"),
        ("belastingdienst.nu", OtherEnding, "belastingdienst.nl"),
        ("belasting-dienst.nl", Typo, "belastingdienst.nl"),
        ("rijksoverhied.nl", Typo, "rijksoverheid.nl"),
        ("rijkswaterstaad.nl", Typo, "rijkswaterstaat.nl"),
        ("twiter.com", Typo, "twitter.com"),
        ("twitterr.com", EmbeddedName, "twitter.com"),
        ("twitters.com", EmbeddedName, "twitter.com"),
        ("twitteren-inloggen.com", EmbeddedName, "twitter.com"),
        ("instagarm.com", Typo, "instagram.com"),
        ("instgram.com", Typo, "instagram.com"),
        ("facebok.com", Typo, "facebook.com"),
        ("facbook.com", Typo, "facebook.com"),
        ("linkdin.com", Typo, "linkedin.com"),
        ("linkeddin.com", Typo, "linkedin.com"),
        ("youutube.com", Typo, "youtube.com"),
        ("whatsap.com", Typo, "whatsapp.com"),
        ("snapcaht.com", Typo, "snapchat.com"),
        ("poltiie.nl", Typo, "politie.nl"),
        ("amsterdma.nl", Typo, "amsterdam.nl"),
        ("belastingdienst.com", OtherEnding, "belastingdienst.nl"),
        ("inloggen.belastingdienst.online", OtherEnding, "belastingdienst.nl"),
        ("politie.online", OtherEnding, "politie.nl"),
        ("digid.online", OtherEnding, "digid.nl"),
        ("digid-nl.com", OtherEnding, "digid.nl"),
        ("www-belastingdienst-nl.info", OtherEnding, "belastingdienst.nl"),
        ("facebook-com.xyz", OtherEnding, "facebook.com"),
        ("twitter.xyz", OtherEnding, "twitter.com"),
        ("rijksoverheid.org", OtherEnding, "rijksoverheid.nl"),
        ("rijkswaterstaat.info", OtherEnding, "rijkswaterstaat.nl"),
        ("belastingdienst.nl.example", EmbeddedHost, "belastingdienst.nl"),
        ("mijn.overheid.nl.inloggen.com", EmbeddedHost, "mijn.overheid.nl"),
        // Further sites of bodies, which say nothing in a part.
        ("zichtopondermijning.nl.words.com", EmbeddedHost, "zichtopondermijning.nl"),
        ("www.stelselcatalogus.nl.nieuw.example", EmbeddedHost, "stelselcatalogus.nl"),
        ("directduidelijk.nl-hulp.com", EmbeddedHost, "directduidelijk.nl"),
        ("facebook.com.evil.nl", EmbeddedHost, "facebook.com"),
        ("www.facebook.com.evil.nl", EmbeddedHost, "facebook.com"),
        ("x.com.evil.nl", EmbeddedHost, "x.com"),
        ("t.me.evil.nl", EmbeddedHost, "t.me"),
        ("zwolle.nl.evil.com", EmbeddedHost, "zwolle.nl"),
        ("politie.nl.web.app", EmbeddedHost, "politie.nl"),
        ("facebook-com.evil.nl", EmbeddedHost, "facebook.com"),
        ("be1astingdienst.nl.evil.com", EmbeddedHost, "belastingdienst.nl"),
        ("digid-form-site.xyz", EmbeddedName, "digid.nl"),
        ("digid-form-page.xyz", EmbeddedName, "digid.nl"),
        ("digid.inloggen-nu.com", EmbeddedName, "digid.nl"),
        ("mijnoverheid.nl.login.example", EmbeddedName, "mijnoverheid"),
        ("mijndigid.online", EmbeddedName, "digid.nl"),
        ("inloggen-digid.nl", EmbeddedName, "digid.nl"),
        ("digid2024.com", EmbeddedName, "digid.nl"),
        ("evilfacebook.com", EmbeddedName, "facebook.com"),
        ("nottwitter.com", EmbeddedName, "twitter.com"),
        ("facebook-login.web.app", EmbeddedName, "facebook.com"),
        ("belastingdienst.web.app", EmbeddedName, "belastingdienst.nl"),
        ("mijn-belastingdienst-betalen.nl", EmbeddedName, "belastingdienst.nl"),
        ("belastingdienstbetalen.com", EmbeddedName, "belastingdienst.nl"),
        ("cjib-betalen.nl", EmbeddedName, "cjib.nl"),
        ("mijncjib.com", EmbeddedName, "cjib.nl"),
        // A name that one signs in with is stolen wherever it stands; any other beside a lure, behind a dash,
        // or under another ending.
        ("magazinesbelastingdienst.nl", EmbeddedName, "belastingdienst.nl"),
        ("belastingdienst.klant24.com", EmbeddedName, "belastingdienst.nl"),
        ("mijnoverheid.topdesk.example", EmbeddedName, "mijnoverheid"),
        ("rijksoverheidbetaling.nl", EmbeddedName, "rijksoverheid.nl"),
        ("rijkswaterstaatboetekantoor.nl", EmbeddedName, "rijkswaterstaat.nl"),
        ("rijkswaterstaat-datacenter.nl", EmbeddedName, "rijkswaterstaat.nl"),
        ("rijksoverheid-nieuws.nl", EmbeddedName, "rijksoverheid.nl"),
        ("rijksoverheidnieuws.info", EmbeddedName, "rijksoverheid.nl"),
        ("rijksoverheid.inloggen-nu.com", EmbeddedName, "rijksoverheid.nl"),
        ("kadaster.online", OtherEnding, "kadaster.nl"),
        ("naktuinbouw.info", OtherEnding, "naktuinbouw.nl"),
        ("politie-boete.com", EmbeddedName, "politie.nl"),
        ("politie-oosterhout.com", EmbeddedName, "politie.nl"),
        ("politieaangifte.nl", EmbeddedName, "politie.nl"),
        ("gemeente-zwolle.com", EmbeddedName, "zwolle.nl"),
        ("kadaster-inloggen.nl", EmbeddedName, "kadaster.nl"),
    ]
};

#[test]
fn imitations_are_seen_with_their_technique() {
    let mut wrong = Vec::new();
    for &(host, technique, genuine) in IMITATIONS {
        let found = imitated(host).map(|it| (it.technique, it.genuine));
        if found.as_ref().map(|(technique, genuine)| (*technique, genuine.as_str()))
            != Some((technique, genuine))
        {
            wrong.push(format!("{host}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(IMITATIONS.len() >= 80);
}

#[test]
fn ordinary_hosts_are_left_in_peace() {
    let found: Vec<_> = innocent::HOSTS
        .iter()
        .filter_map(|host| {
            imitated(host).map(|it| format!("{host}: {:?} {}", it.technique, it.genuine))
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    assert!(innocent::HOSTS.len() >= 150);
}

/// The hosts of the state's own websites.
const STATE: &str = include_str!("../../../tests/fixtures/state-websites.txt");

#[test]
fn no_website_of_the_state_is_called_an_imitation() {
    let hosts: Vec<&str> = STATE.lines().filter(|line| !line.starts_with('#')).collect();
    let found: Vec<_> = hosts
        .iter()
        .filter_map(|host| {
            imitated(host).map(|it| format!("{host}: {:?} {}", it.technique, it.genuine))
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    assert!(hosts.len() > 1700);
}

#[test]
fn a_body_has_sites_by_its_name_in_other_words_and_abroad() {
    // None of these is on the list of the state's websites; they are made after what is.
    for host in [
        "rijkswaterstaatnieuws.nl",
        "magazinerijksoverheid.nl",
        "www.innovatierijkswaterstaat.nl",
        "kennisrijksoverheid.nl",
        "rijkswaterstaat.leverancier.com",
        "rijksoverheid.topdesk.net",
        "acc.rijkswaterstaat.maps.example",
        "kadaster.eu",
        "douane.org",
        "emissieautoriteit.com",
        "omgevingsdienstregioutrecht.com",
    ] {
        assert_eq!(imitated(host), None, "{host}");
    }
}

#[test]
fn governments_of_others_imitate_nobody() {
    for host in [
        "www.douane.gouv.fr",
        "douane.gov.ma",
        "www.douane.gov.tn",
        "douane.gov.bf",
        "douane.gouv.ci",
        "douane.gouv.sn",
        "politie.gov.sx",
        "belastingdienst.gov.sx",
        "www.belastingdienst.cw",
        "belastingdienst.sx",
        "belastingdienst.aw",
        "belastingdienst.bq",
        "belastingdienst.com.aw",
        "belastingdienst.sr",
        "rijkswaterstaat.cw",
        "fiod.cw",
    ] {
        assert_eq!(imitated(host), None, "{host}");
    }
    // Nobody else has a name for signing in, nor a host of ours before their own.
    for host in [
        "digid.cw",
        "mijnoverheid.aw",
        "belastingdienst.go.it",
        "digid.nl.douane.gov.ma",
        "facebook.cw",
        "be1astingdienst.cw",
        "belastingdienst.online",
    ] {
        assert!(imitated(host).is_some(), "{host}");
    }
}

#[test]
fn no_listed_host_imitates_another_nor_does_one_that_is_cited() {
    let (directory, _) = directory();
    for organisation in directory.organisations() {
        for address in [&organisation.website, &organisation.contact_form].into_iter().flatten() {
            let host = crate::platform::host_of_address(address).unwrap();
            assert_eq!(imitated(&host), None, "{host}");
        }
    }
    let cited = crate::embedded::TEXT.split("https://").skip(1);
    for host in cited.filter_map(|text| text.split(['/', '"', ' ', ')']).next()) {
        assert_eq!(imitated(host), None, "{host}");
    }
    for (_, platform) in directory.platforms.iter() {
        for host in &platform.rules.hosts {
            assert_eq!(imitated(&host.replace(['*', '?'], "a")), None, "{host}");
        }
    }
}

#[test]
fn the_domain_is_the_one_that_was_registered() {
    for (host, domain) in [
        ("facebook.com.evil.co.uk", "evil.co.uk"),
        ("belastingdienst.nl.example", "nl.example"),
        ("login.digid-form-site.xyz", "digid-form-site.xyz"),
        ("belastingdienst.github.io", "belastingdienst.github.io"),
        ("XN--PLITIE-WQF.nl.", "xn--plitie-wqf.nl"),
    ] {
        assert_eq!(imitated(host).map(|it| it.domain).as_deref(), Some(domain), "{host}");
    }
}

#[test]
fn what_is_alike_is_shown_character_by_character() {
    let changes = |host: &str| -> Vec<(String, String)> {
        let steps = imitated(host).unwrap().steps;
        let odd = steps.into_iter().filter(|step| step.change != Change::None);
        odd.map(|step| (step.written, step.genuine)).collect()
    };
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(changes("faceb00k.com"), [pair("0", "o"), pair("0", "o")]);
    assert_eq!(changes("social.0verheid.nl"), [pair("0", "o")]);
    assert_eq!(changes("instagrarn.com"), [pair("rn", "m")]);
    assert_eq!(changes("xn--plitie-wqf.nl"), [pair("о", "o")]);
    assert_eq!(changes("belastingdients.nl"), [pair("ts", "st")]);
    assert_eq!(changes("twiter.com"), [pair("", "t")]);
    assert!(imitated("digid-form-site.xyz").unwrap().steps.is_empty());
}

#[test]
fn whose_name_is_borrowed_is_told() {
    let (directory, _) = directory();
    let of = |host: &str| imitated(host).map(|it| it.of);
    let organisation = |id: &str| Imitated::Organisation(directory.organisation_by_id(id).unwrap());
    assert_eq!(of("gemeente-zwolle.com"), Some(organisation("gemeente-zwolle")));
    assert_eq!(of("digid-form-site.xyz"), Some(organisation("logius")));
    let x = directory.platforms.by_id("x").unwrap();
    assert_eq!(of("nottwitter.com"), Some(Imitated::Platform(x)));
}
