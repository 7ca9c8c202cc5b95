use super::*;

fn small() -> Directory {
    let text = include_str!("../../tests/fixtures/small.toml");
    crate::embedded::from_toml(text, Date::LAST).unwrap()
}

fn belgium() -> Directory {
    let text = include_str!("../../directories/belgium.toml");
    crate::embedded::from_toml(text, Date::LAST).unwrap()
}

fn added(directory: &Directory, id: &str, account: &str, page: &str) -> Result<Case, Fault> {
    let request = Request {
        organisation: directory.organisation_by_id(id).unwrap(),
        account,
        platform: None,
        page,
        seen: Date::new(2026, 11, 20).unwrap(),
    };
    let found = addition(directory, &request, Date::new(2026, 11, 30).unwrap())?;
    Ok(found.cases.into_values().next().unwrap())
}

#[test]
fn what_cannot_be_added_is_told_by_the_first_reason() {
    let directory = small();
    let zandmeer = directory.organisation_by_id("gemeente-zandmeer").unwrap();
    let own = "https://www.kleinmeer.example/";
    for (account, page, fault) in [
        ("kleinmeer", own, Fault::NoAddress),
        ("https://x.com/GemZandmeer", own, Fault::OfAnother(zandmeer)),
        ("https://x.com/klein", "http://www.kleinmeer.example/", Fault::NoPage),
        ("https://x.com/klein", "https://a:b@kleinmeer.example/", Fault::NoPage),
        ("https://x.com/klein", "", Fault::NoPage),
    ] {
        let found = added(&directory, "gemeente-kleinmeer", account, page);
        assert_eq!(found.err(), Some(fault), "{account} {page}");
    }
    let zand = "https://www.zandmeer.example/";
    let found = added(&directory, "gemeente-zandmeer", "https://x.com/GemZandmeer", zand);
    assert_eq!(found.err(), Some(Fault::Listed(zandmeer)));
}

#[test]
fn a_page_elsewhere_is_the_word_of_others() {
    let directory = small();
    for (page, method) in [
        ("https://www.zandmeer.example/contact", Method::OfficialSite),
        ("https://elsewhere.example/", Method::ThirdParty),
    ] {
        let account = "https://www.instagram.com/zandmeer";
        let case = added(&directory, "gemeente-zandmeer", account, page).unwrap();
        assert_eq!(case.evidence[0].method, method, "{page}");
        let is_told = case.against.contains("page-elsewhere");
        assert_eq!(is_told, method == Method::ThirdParty, "{page}");
    }
}

#[test]
fn only_a_custom_that_most_follow_is_one() {
    let directory = belgium();
    let ghent =
        directory.organisations().find(|it| it.website.as_deref() == Some("https://stad.gent/"));
    let ghent = ghent.unwrap().id.clone();
    let customs = |account: &str| {
        let case = added(&directory, &ghent, account, "https://stad.gent/").unwrap();
        case.against.into_iter().filter(|it| it.starts_with("not-customary")).count()
    };
    // In Belgium no pattern is followed by most: there is none to hold against anybody.
    assert_eq!(customs("https://www.tiktok.com/@stadgent"), 0);
    assert_eq!(customs("https://www.threads.com/@stadgent"), 0);
}

#[test]
fn an_account_with_the_name_of_another_body_is_told() {
    let directory = crate::embedded::directory().unwrap();
    let (index, checker) = (Index::new(&directory), Checker::default());
    for (id, address, is_another) in [
        ("gemeente-ede", "https://www.youtube.com/@belastingdienst", true),
        ("gemeente-ede", "https://www.youtube.com/@digid", true),
        ("gemeente-ede", "https://www.instagram.com/politie/", true),
        ("gemeente-ede", "https://bsky.app/profile/politie.nl", true),
        ("gemeente-ede", "https://www.tiktok.com/@gemeentezwolle", true),
        ("gemeente-ede", "https://www.tiktok.com/@gemeenteede", false),
        ("gemeente-ede", "https://bsky.app/profile/ede.nl", false),
        ("logius", "https://www.tiktok.com/@digid", false),
        ("politie", "https://www.threads.com/@politie", false),
        ("provincie-utrecht", "https://www.tiktok.com/@utrecht", false),
    ] {
        let own = directory.organisation_by_id(id);
        assert!(own.is_some(), "{id}");
        let found = genuine(&directory, &index, &checker, own, address);
        assert_eq!(found.is_some(), is_another, "{id} {address}: {found:?}");
    }
}
