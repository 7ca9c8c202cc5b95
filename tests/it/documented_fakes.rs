//! Fakes and traps that were documented in the press, each with the verdict it must get: a fake is
//! never official, and what is real is never a fake.

use officieel::check::{
    Answer, HostTechnique, Imitated, NotListed, Remark, Technique, UnknownHost, Verdict,
};
use officieel::directory::{Account, Date, Kind, OrganisationIndex, Status, Trust};
use officieel::messages::verdict;
use officieel::platform::AccountName;
use officieel::words::{Language, Words};

use crate::loaded::{BUILT_IN, Loaded};

fn today() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

fn dutch() -> &'static Words {
    Language::Nl.words()
}

impl Loaded {
    /// The one answer to an input.
    fn answer(&self, input: &str) -> Answer {
        let mut answers = self.answers(input);
        assert_eq!(answers.len(), 1, "{input}: {answers:#?}");
        answers.remove(0)
    }

    /// The id of an organisation, or nothing.
    fn id(&self, organisation: Option<OrganisationIndex>) -> &str {
        organisation.map_or("", |it| self.directory.organisation(it).id.as_str())
    }

    /// The listed account that an input is official or retired as.
    fn listed(&self, input: &str, verdict: &str) -> &Account {
        let answer = self.answer(input);
        assert_eq!(answer.verdict.id(), verdict, "{input}: {answer:#?}");
        let (Verdict::Official(listed) | Verdict::Retired(listed)) = answer.verdict else {
            panic!("{input} is {}", answer.verdict.id());
        };
        self.directory.account(listed.account)
    }

    fn not_listed(&self, input: &str) -> NotListed {
        let answer = self.answer(input);
        let Verdict::NotListed(found) = answer.verdict else {
            panic!("{input}: {answer:#?}");
        };
        found
    }

    fn unknown_host(&self, input: &str) -> UnknownHost {
        let answer = self.answer(input);
        let Verdict::UnknownHost(found) = answer.verdict else {
            panic!("{input}: {answer:#?}");
        };
        found
    }

    /// What a reader is told of an input: the headline and the reasons.
    fn told(&self, input: &str) -> String {
        let answer = self.answer(input);
        let mut lines = verdict::reasons(dutch(), &self.directory, &answer, today());
        lines.insert(0, verdict::headline(dutch(), &self.directory, &answer));
        lines.join("\n")
    }

    /// The accounts of an organisation.
    fn accounts_of(&self, id: &str) -> Vec<&Account> {
        let organisation = self.directory.organisation_by_id(id).unwrap();
        let accounts = self.directory.accounts_of(organisation);
        accounts.map(|account| self.directory.account(account)).collect()
    }

    /// The word of the family that a name bears.
    fn word(&self, found: &NotListed) -> &str {
        let family = found.family.and_then(|family| self.directory.families.get(family));
        family.map_or("", |family| family.word.as_str())
    }
}

/// Whether a text holds all of these.
#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "“{part}” is not in\n{text}");
    }
}

#[test]
fn row_1_a_fake_may_follow_the_pattern_that_the_real_one_does_not() {
    let case = &*BUILT_IN;
    for name in ["politieoosterhout", "boaoosterhout"] {
        for input in [
            format!("https://www.instagram.com/{name}/"),
            format!("@{name} op Instagram"),
            format!("instagram.com/{}", name.to_uppercase()),
            format!("@{name}"),
        ] {
            let found = case.not_listed(&input);
            let reported = found.reported.first().and_then(|&at| case.directory.imitations.get(at));
            assert_eq!(case.id(reported.map(|it| it.organisation)), "politie", "{input}");
            holds(
                &case.told(&input),
                &["staat niet in deze lijst", "Gemeld in 2020-03", "www.bndestem.nl", "na: "],
            );
        }
    }
    let fake = "https://www.instagram.com/politieoosterhout/";
    assert_eq!(case.word(&case.not_listed(fake)), "politie");
    holds(&case.told(fake), &["In de naam staat “politie”. Dat bewijst niets"]);
    // The real one is named by no pattern, and nothing speaks against it.
    let real = "https://www.instagram.com/handhaving_oosterhout/";
    let account = case.listed(real, "official");
    assert_eq!(case.id(Some(account.organisation)), "gemeente-oosterhout");
}

#[test]
fn row_2_a_capital_i_is_no_small_l() {
    let case = &*BUILT_IN;
    let mut tried = 0;
    for account in case.directory.accounts() {
        let platform = case.directory.platform(account.platform);
        let Some(handle) = account.handle.as_ref().map(AccountName::text) else {
            continue;
        };
        if !["x", "instagram"].contains(&platform.id()) || !handle.contains('l') {
            continue;
        }
        let fake = handle.replacen('l', "I", 1);
        let answer = case.answer(&account.url.replace(handle, &fake));
        tried += 1;
        let Verdict::LookAlike(resemblance) = &answer.verdict else {
            panic!("{fake} for {handle}: {answer:#?}");
        };
        assert!(resemblance.techniques.contains(&Technique::Characters), "{fake} {resemblance:?}");
    }
    assert!(tried > 200, "{tried}");
}

#[test]
fn row_3_swapped_letters_are_seen() {
    let case = &*BUILT_IN;
    for input in
        ["Belastingdients", "@Belastingdients", "https://x.com/Belastingdients", "BELASTINGDIENTS"]
    {
        let answer = case.answer(input);
        let Verdict::LookAlike(resemblance) = &answer.verdict else {
            panic!("{input}: {answer:#?}");
        };
        assert_eq!(resemblance.techniques.first(), Some(&Technique::Swapped), "{input}");
        assert_eq!(case.id(answer.organisation(&case.directory)), "belastingdienst", "{input}");
        holds(&case.told(input), &["Pas op", "verwisseld", "https://x.com/Belastingdienst"]);
    }
}

#[test]
fn row_4_points_inside_words_hide_nothing() {
    let case = &*BUILT_IN;
    for input in ["bela..stingterugg..ave", "@bela..stingterugg..ave", "Bela..stingterugg..ave"] {
        let answer = case.answer(input);
        let Verdict::LookAlike(resemblance) = &answer.verdict else {
            panic!("{input}: {answer:#?}");
        };
        assert!(resemblance.techniques.contains(&Technique::Separators), "{input} {resemblance:?}");
        assert_eq!(case.id(answer.organisation(&case.directory)), "belastingdienst", "{input}");
    }
}

#[test]
fn row_5_the_name_of_a_service_in_a_host_of_others_is_warned_of() {
    let case = &*BUILT_IN;
    for host in ["digid-form-site.xyz", "digid-form-page.xyz"] {
        for input in [host.to_owned(), format!("https://{host}/inloggen?x=1")] {
            let found = case.unknown_host(&input);
            let imitation = found.imitation.unwrap();
            assert_eq!((found.host.as_str(), imitation.domain.as_str()), (host, host), "{input}");
            assert_eq!(imitation.technique, HostTechnique::EmbeddedName, "{input}");
            let Imitated::Organisation(organisation) = imitation.of else {
                panic!("{input}: {imitation:#?}");
            };
            assert_eq!(case.id(Some(organisation)), "logius", "{input}");
            holds(&case.told(&input), &["Pas op", "digid", host]);
        }
    }
}

#[test]
fn row_6_a_forum_about_the_police_is_not_the_police() {
    let case = &*BUILT_IN;
    for input in [
        "https://x.com/politieforum",
        "https://www.facebook.com/politieforum",
        "https://www.instagram.com/politieforum/",
        "@politieforum",
    ] {
        let found = case.not_listed(input);
        assert_eq!(case.word(&found), "politie", "{input}");
        assert!(found.claims.iter().any(|&it| case.id(Some(it)) == "politie"), "{input}");
        holds(
            &case.told(input),
            &[
                "Dat zegt niet of het echt of nep is",
                "“politie”. Dat bewijst niets",
                "Politie gebruikt wel",
            ],
        );
    }
    assert_ne!(case.unknown_host("https://politie-forum.nl/").host, "");
}

#[test]
fn row_7_display_names_decide_nothing() {
    let case = &*BUILT_IN;
    for name in ["", "Mark Rutte ", "Dick Schoof ", "Rob Jetten ", "Iemand Anders "] {
        let account = case.listed(&format!("{name}(@MinPres)"), "official");
        assert_eq!(account.name(), "MinPres", "{name}");
        let answers = case.answers(&format!("{name}(@zomaar_iemand_an)"));
        assert!(answers.iter().all(|it| it.verdict.id() == "not-listed"), "{name}: {answers:#?}");
    }
}

#[test]
fn row_8_what_a_listed_page_is_for_is_shown() {
    let case = &*BUILT_IN;
    let input = "https://www.linkedin.com/company/rijksoverheid/";
    let account = case.listed(input, "official");
    assert_eq!(account.purpose.as_deref(), Some("werving"));
    holds(&case.told(input), &["Waarvoor: werving", "Let op: Heet rijksoverheid, maar is"]);
}

#[test]
fn row_9_a_display_name_that_accounts_share_is_no_answer() {
    let case = &*BUILT_IN;
    // Two of the three accounts have no name here: whoever calls themselves so is not listed.
    for input in ["Belastingdienst (@volstrekt_iets)", "Belastingdienst Toeslagen (@iets_anders)"] {
        let answer = case.answer(input);
        let is_listed = matches!(answer.verdict, Verdict::Official(_) | Verdict::Retired(_));
        assert!(!is_listed && !answer.verdict.is_imitation(), "{input}: {answer:#?}");
    }
    let tax = case.directory.organisation_by_id("belastingdienst").unwrap();
    let gaps = &case.directory.organisation(tax).gaps;
    assert!(
        gaps.iter().any(|gap| gap.text.contains("weergavenaam ‘Belastingdienst’")),
        "{gaps:#?}"
    );
}

#[test]
fn row_10_listed_is_not_safe() {
    let case = &*BUILT_IN;
    let mut official = 0;
    for index in case.directory.account_indexes() {
        let account = case.directory.account(index);
        let organisation = case.directory.organisation(account.organisation);
        let is_ministry = organisation.kind == Kind::Ministry && organisation.ended.is_none();
        if !is_ministry || account.handle.is_none() {
            continue;
        }
        let warning = "Niet dat alles klopt wat er staat: ook echte accounts worden gekaapt.";
        holds(&case.told(&account.url), &[warning]);
        official += 1;
    }
    assert!(official > 10, "{official}");
    let hijacked = case.directory.imitations.iter().find(|it| it.text.contains("gekaapt")).unwrap();
    assert_eq!(case.id(Some(hijacked.organisation)), "ministerie-van-buitenlandse-zaken");
}

#[test]
fn row_11_listed_siblings_are_told_apart() {
    let case = &*BUILT_IN;
    for (input, other) in [
        ("https://x.com/AutoriteitCM", "AutoriteitFM"),
        ("https://x.com/AutoriteitFM", "AutoriteitCM"),
        ("https://www.linkedin.com/company/vng/", "vnhg"),
        ("https://www.linkedin.com/company/vnhg/", "vng"),
    ] {
        let answer = case.answer(input);
        assert_eq!(answer.verdict.id(), "official", "{input}: {answer:#?}");
        let siblings: Vec<&str> = answer
            .remarks
            .iter()
            .filter_map(|remark| match remark {
                Remark::Confusable(account) => Some(case.directory.account(*account).name()),
                _ => None,
            })
            .collect();
        assert!(siblings.contains(&other), "{input}: {siblings:?}");
        holds(&case.told(input), &["Niet te verwarren met", other]);
    }
}

#[test]
fn row_12_a_server_of_others_is_no_sign_of_a_fake() {
    let case = &*BUILT_IN;
    for (input, organisation) in [
        ("https://mastodon.nl/@acoi", "ACOI"),
        ("@acoi@mastodon.nl", "ACOI"),
        ("https://mastodon.nl/@collegevoorderechtenvandemens", ""),
        ("https://mastodon.social/@kbnationalebibliotheek", "KB"),
    ] {
        let account = case.listed(input, "official");
        let abbreviation = &case.directory.organisation(account.organisation).abbreviation;
        assert_eq!(abbreviation.as_deref().unwrap_or_default(), organisation, "{input}");
        assert_ne!(account.trust(today()), Trust::Reported, "{input}");
    }
}

#[test]
fn row_13_a_platform_inside_another_host_is_another_host() {
    use HostTechnique::{BeforeHost, EmbeddedHost, EmbeddedName};
    let case = &*BUILT_IN;
    for (input, host, platform, how) in [
        ("evilfacebook.com/politie", "evilfacebook.com", "facebook", EmbeddedName),
        ("nottwitter.com/politie", "nottwitter.com", "x", EmbeddedName),
        ("facebook.com.evil.nl/politie", "facebook.com.evil.nl", "facebook", EmbeddedHost),
        ("x.com@evil.nl/politie", "evil.nl", "x", BeforeHost),
    ] {
        for input in [input.to_owned(), format!("https://{input}")] {
            let found = case.unknown_host(&input);
            assert_eq!(found.host, host, "{input}");
            let imitation = found.imitation.unwrap();
            let Imitated::Platform(of) = imitation.of else {
                panic!("{input}: {imitation:#?}");
            };
            assert_eq!(
                (case.directory.platform(of).id(), imitation.technique),
                (platform, how),
                "{input:?}"
            );
        }
    }
}

#[test]
fn row_14_accounts_of_ministries_that_merged_are_retired() {
    let case = &*BUILT_IN;
    let mut accounts = 0;
    for (id, successor) in [
        ("ministerie-van-volkshuisvesting-en-ruimtelijke-ordening", "Binnenlandse Zaken"),
        ("ministerie-van-asiel-en-migratie", "Justitie en Veiligheid"),
        ("ministerie-van-klimaat-en-groene-groei", "Economische Zaken"),
    ] {
        for account in case.accounts_of(id) {
            let listed = case.listed(&account.url, "retired");
            assert_eq!(case.id(Some(listed.organisation)), id, "{account:?}");
            holds(
                &case.told(&account.url),
                &["bestaat niet meer sinds 2026-02-23", successor, "kan iemand anders zijn"],
            );
            accounts += 1;
        }
    }
    assert_eq!(accounts, 12);
}

#[test]
fn row_15_a_name_that_is_kept_is_retired() {
    let case = &*BUILT_IN;
    let account = case.listed("https://x.com/shertogenbosch", "retired");
    assert_eq!(account.status, Status::Parked);
    assert_eq!(case.id(Some(account.organisation)), "gemeente-s-hertogenbosch");
    let told = case.told("https://x.com/shertogenbosch");
    holds(&told, &["vastgehouden", "omroepbrabant.nl/nieuws/4634363"]);
}

#[test]
fn row_16_an_organisation_that_does_not_use_a_platform_is_not_found_there() {
    let case = &*BUILT_IN;
    let answers = case.answers("CJIB https://wa.me/31612345678");
    let on_whatsapp = answers.last().unwrap();
    assert_eq!(on_whatsapp.verdict.id(), "not-listed", "{answers:#?}");
    for input in ["@cjib_incasso", "https://x.com/cjib_incasso"] {
        let found = case.not_listed(input);
        assert_eq!(case.word(&found), "cjib", "{input}");
        holds(
            &case.told(input),
            &["nooit WhatsApp of sms", "Centraal Justitieel Incassobureau gebruikt wel", "cjib.nl"],
        );
    }
}
