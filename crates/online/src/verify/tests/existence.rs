use super::*;
use crate::fetch::Refusal;

fn verdict(account: &str, fetch: FakeFetch) -> Verdict {
    let directory = one("https://www.dienst.example/", account);
    World::new(&directory, fetch).verify().verdict
}

const ONCE: Verdict = Verdict::CouldNotLook(Reason::NotThereOnce);
const CONTROL: Verdict = Verdict::CouldNotLook(Reason::ControlFailed);
const UNREADABLE: Verdict = Verdict::CouldNotLook(Reason::Unreadable);

#[test]
fn a_channel_has_a_feed_while_others_have() {
    let feed = |id: &str| format!("https://www.youtube.com/feeds/videos.xml?channel_id={id}");
    let own = feed("UCqQtmDbRgKOoJ_lPv_mU9nQ");
    let control = feed("UCBR8-60-B28hp2BmDPdntcQ");
    let sample = String::from_utf8(sample("platforms/youtube-feed-200.xml")).unwrap();
    let alive = || {
        FakeFetch::default()
            .page(&control, sample.replace("qQtmDbRgKOoJ_lPv_mU9nQ", "BR8-60-B28hp2BmDPdntcQ"))
    };
    let account = "platform = \"youtube\"\nplatform_id = \"UCqQtmDbRgKOoJ_lPv_mU9nQ\"";
    for (name, fetch, expected) in [
        ("there", alive().page(&own, &sample), Verdict::Exists),
        ("not there", alive(), ONCE),
        ("none is there", FakeFetch::default(), CONTROL),
        ("down for all", FakeFetch::default().status(&control, 500, ""), CONTROL),
        ("of another", alive().page(&own, sample.replace("qQtmDb", "aaaaaa")), UNREADABLE),
    ] {
        assert_eq!(verdict(account, fetch), expected, "{name}");
    }
}

#[test]
fn without_a_network_that_is_what_is_told() {
    let out = |failure: Failure| Outcome::CouldNotLook(failure);
    let feed = "https://www.youtube.com/feeds/videos.xml?channel_id=UCBR8-60-B28hp2BmDPdntcQ";
    let channel = "platform = \"youtube\"\nplatform_id = \"UCqQtmDbRgKOoJ_lPv_mU9nQ\"";
    let group = "platform = \"telegram\"\nhandle = \"gemeentevoorbeeld\"";
    let nobody = "<div class=\"tgme_page\">";
    for (name, account, fetch, expected) in [
        (
            "offline",
            channel,
            FakeFetch::default().outcome(feed, Outcome::Refused(Refusal::Offline)),
            Reason::Failure(Refusal::Offline.into()),
        ),
        (
            "no network",
            channel,
            FakeFetch::default().outcome(feed, out(Failure::NoNetwork)),
            Failure::NoNetwork.into(),
        ),
        (
            "it went while asking",
            group,
            FakeFetch::default()
                .page("https://t.me/gemeentevoorbeeld", nobody)
                .outcome("https://t.me/telegram", out(Failure::NameLookup)),
            Failure::NameLookup.into(),
        ),
        (
            "the control is down",
            channel,
            FakeFetch::default().status(feed, 503, ""),
            Reason::ControlFailed,
        ),
    ] {
        assert_eq!(verdict(account, fetch), Verdict::CouldNotLook(expected), "{name}");
    }
}

#[test]
fn a_page_of_a_handle_says_whose_channel_it_is() {
    let page = |id: &str| {
        format!("<link rel=\"canonical\" href=\"https://www.youtube.com/channel/{id}\">")
    };
    let account =
        "platform = \"youtube\"\nhandle = \"knmi\"\nplatform_id = \"UCqQtmDbRgKOoJ_lPv_mU9nQ\"";
    let directory = one("https://www.dienst.example/", account);
    let url = "https://www.youtube.com/@knmi";
    let same =
        World::new(&directory, FakeFetch::default().page(url, page("UCqQtmDbRgKOoJ_lPv_mU9nQ")))
            .verify();
    assert_eq!((same.verdict, same.alarms.len()), (Verdict::Exists, 0));
    let other =
        World::new(&directory, FakeFetch::default().page(url, page("UCaaaaaaaaaaaaaaaaaaaaaa")))
            .verify();
    assert_eq!((other.verdict, other.alarms.len()), (Verdict::Exists, 1));
    assert_eq!(World::new(&directory, FakeFetch::default()).verify().verdict, CONTROL);
}

#[test]
fn a_telegram_page_has_a_title() {
    let (there, absent) =
        (sample("platforms/telegram-exists.html"), sample("platforms/telegram-absent.html"));
    let account = "platform = \"telegram\"\nhandle = \"gemeentevoorbeeld\"";
    let (own, control) = ("https://t.me/gemeentevoorbeeld", "https://t.me/telegram");
    let fetch = FakeFetch::default;
    for (name, fetch, expected) in [
        ("there", fetch().page(own, &there), Verdict::Exists),
        ("not there", fetch().page(own, &absent).page(control, &there), ONCE),
        ("none is there", fetch().page(own, &absent).page(control, &absent), CONTROL),
        ("another page", fetch().page(own, "<p>Wall"), UNREADABLE),
    ] {
        assert_eq!(verdict(account, fetch), expected, "{name}");
    }
}

#[test]
fn a_creator_can_be_embedded() {
    let (there, absent) = (
        sample("platforms/tiktok-oembed-profile-200.json"),
        sample("platforms/tiktok-oembed-400.json"),
    );
    let oembed = |name: &str| {
        format!("https://www.tiktok.com/oembed?url=https%3A%2F%2Fwww.tiktok.com%2F%40{name}")
    };
    let account = "platform = \"tiktok\"\nhandle = \"scout2015\"";
    let control = String::from_utf8(there.clone()).unwrap().replace("@scout2015", "@tiktok");
    let alive = || FakeFetch::default().page(&oembed("tiktok"), &control);
    for (name, fetch, expected) in [
        ("there", FakeFetch::default().page(&oembed("scout2015"), &there), Verdict::Exists),
        ("not there", alive().status(&oembed("scout2015"), 400, &absent), ONCE),
        ("none is there", FakeFetch::default().status(&oembed("scout2015"), 400, &absent), CONTROL),
        ("another", FakeFetch::default().page(&oembed("scout2015"), &control), UNREADABLE),
        (
            "a wall",
            alive().status(&oembed("scout2015"), 403, ""),
            Verdict::CouldNotLook(Reason::Failure(Failure::Status(403))),
        ),
    ] {
        assert_eq!(verdict(account, fetch), expected, "{name}");
    }
}

#[test]
fn a_snapchat_page_is_there() {
    let account = "platform = \"snapchat\"\nhandle = \"gem-voorbeeld\"";
    let directory = one("https://www.dienst.example/", account);
    let address = directory.account(directory.account_indexes().next().unwrap()).url.clone();
    assert_eq!(verdict(account, FakeFetch::default().page(&address, "")), Verdict::Exists);
    assert_eq!(verdict(account, FakeFetch::default()), CONTROL);
    let alive = FakeFetch::default().page("https://www.snapchat.com/add/snapchat", "");
    assert_eq!(verdict(account, alive), ONCE);
}

#[test]
fn of_most_platforms_nothing_is_asked() {
    for account in [
        "platform = \"x\"\nhandle = \"dienst\"",
        "platform = \"facebook\"\nhandle = \"dienst\"",
        "platform = \"instagram\"\nhandle = \"dienst\"",
        "platform = \"linkedin\"\nhandle = \"dienst\"",
        "platform = \"threads\"\nhandle = \"dienst\"",
    ] {
        let directory = one("https://www.dienst.example/", account);
        let world = World::new(&directory, FakeFetch::default());
        assert_eq!(world.verify().verdict, Verdict::CannotBeChecked, "{account}");
        let asked = world.fetch.asked();
        assert!(
            asked.iter().all(|url| url.starts_with("https://www.dienst.example/")),
            "{account}: {asked:?}"
        );
    }
}
