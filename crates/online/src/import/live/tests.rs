use super::*;
use crate::fetch::fake::FakeFetch;
use crate::import::{ReadOptions, read};

fn asked(question: &Question, fake: &FakeFetch) -> Result<Vec<u8>, LiveError> {
    ask(question, fake)
}

fn server() -> Question {
    let url = Url::parse("https://social.example/about").unwrap();
    Question::new(Source::Mastodon, Some(&url), None).unwrap()
}

fn account(at: usize) -> String {
    format!(
        "{{\"username\":\"body{at}\",\"acct\":\"body{at}\",\"url\":\"https://social.example/@body{at}\"}}"
    )
}

fn accounts(range: std::ops::Range<usize>) -> String {
    format!("[{}]", range.map(account).collect::<Vec<_>>().join(","))
}

fn directory_page(offset: usize) -> String {
    format!("https://social.example/api/v1/directory?local=true&order=new&limit=80&offset={offset}")
}

#[test]
fn a_directory_is_asked_for_page_by_page() {
    for (name, count, requests) in
        [("two pages", 100, 2), ("a whole one", 80, 2), ("a short one", 7, 1)]
    {
        let mut fake = FakeFetch::default();
        for offset in (0..=count).step_by(ACCOUNTS_A_PAGE) {
            let page = accounts(offset..count.min(offset + ACCOUNTS_A_PAGE));
            fake = fake.page(&directory_page(offset), page);
        }
        let bytes = asked(&server(), &fake).unwrap();
        assert_eq!(fake.asked().len(), requests, "{name}");
        let extract = read(Source::Mastodon, &bytes[..], &ReadOptions::default()).unwrap();
        assert_eq!(extract.records.len(), count, "{name}");
    }
}

#[test]
fn a_server_that_gives_the_same_page_for_ever_is_left() {
    let mut fake = FakeFetch::default();
    for offset in (0..400).step_by(ACCOUNTS_A_PAGE) {
        fake = fake.page(&directory_page(offset), accounts(0..ACCOUNTS_A_PAGE));
    }
    let bytes = asked(&server(), &fake).unwrap();
    assert_eq!(fake.asked().len(), 2);
    let extract = read(Source::Mastodon, &bytes[..], &ReadOptions::default()).unwrap();
    assert_eq!(extract.records.len(), ACCOUNTS_A_PAGE);
}

#[test]
fn stations_are_asked_for_until_the_last_page() {
    let station = |at: usize| {
        format!("{{\"naam\":\"Bureau {at}\",\"twitterUrl\":\"https://x.com/bureau{at}\"}}")
    };
    let page = |range: std::ops::Range<usize>, last: bool| {
        let offset = range.start;
        let stations = range.map(station).collect::<Vec<_>>().join(",");
        format!(
            "{{\"iterator\":{{\"last\":{last},\"offset\":{offset}}},\"politiebureaus\":[{stations}]}}"
        )
    };
    let at =
        |offset: usize| format!("https://api.politie.nl/v4/politiebureaus/all?offset={offset}");
    let fake =
        FakeFetch::default().page(&at(0), page(0..100, false)).page(&at(100), page(100..130, true));
    let question = Question::new(Source::Police, None, None).unwrap();
    let bytes = asked(&question, &fake).unwrap();
    assert_eq!(fake.asked(), [at(0), at(100)]);
    assert!(read(Source::Police, &bytes[..], &ReadOptions::default()).is_ok());
    // The second page is missing: what there is, is half, and half is none.
    let fake = FakeFetch::default().page(&at(0), page(0..100, false));
    let error = asked(&question, &fake).unwrap_err();
    assert!(matches!(error, LiveError::Unusable(ImportError::Status { status: 404 })), "{error:?}");
}

#[test]
fn what_a_source_answers_instead_is_told() {
    let url = "https://organisaties.overheid.nl/archive/exportOO.xml";
    let question = Question::new(Source::Roo, None, None).unwrap();
    let not_found = FakeFetch::default();
    let error = asked(&question, &not_found).unwrap_err();
    assert!(matches!(error, LiveError::Unusable(ImportError::Status { status: 404 })));
    let down = FakeFetch::default().outcome(url, Outcome::CouldNotLook(Failure::TimedOut));
    assert!(matches!(asked(&question, &down), Err(LiveError::Failed(Failure::TimedOut))));
    let cut = Page { is_complete: false, ..Page::bare(Url::parse(url).unwrap(), 200, b"<p:or") };
    let cut = FakeFetch::default().outcome(url, Outcome::Page(cut));
    assert!(matches!(asked(&question, &cut), Err(LiveError::Unusable(ImportError::Cut))));
    let away = Outcome::Refused(Refusal::OtherHost("other.example".to_owned()));
    let away = FakeFetch::default().outcome(url, away);
    assert!(matches!(asked(&question, &away), Err(LiveError::Refused(_))));
}

#[test]
fn a_ban_is_told_in_its_own_words() {
    let question = Question::new(Source::Wikidata, None, Some("SELECT * {}".to_owned())).unwrap();
    let url = "https://query.wikidata.org/sparql?query=SELECT+*+%7B%7D&format=json";
    let ban = "You have been banned until 2026-12-01T00:00:00Z, please respect throttling";
    let fake = FakeFetch::default().status(url, 403, ban);
    let error = asked(&question, &fake).unwrap_err();
    let LiveError::Unusable(ImportError::Reported(told)) = &error else { panic!("{error:?}") };
    assert!(told.contains("banned until 2026-12-01"), "{told}");
    let fake =
        FakeFetch::default().page(url, "{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[]}}");
    assert!(asked(&question, &fake).is_ok());
}

#[test]
fn only_what_has_an_address_is_asked_and_only_with_https() {
    let plain = Url::parse("http://social.example/").unwrap();
    for (name, source, address, query, expected) in [
        ("a table", Source::Csv, None, None, QuestionError::NoAddress),
        ("govdirectory", Source::Govdirectory, None, None, QuestionError::NoAddress),
        ("no server", Source::Mastodon, None, None, QuestionError::NoServer),
        ("no query", Source::Wikidata, None, None, QuestionError::NoQuery),
        ("not encrypted", Source::Mastodon, Some(&plain), None, QuestionError::NotHttps),
    ] {
        assert_eq!(Question::new(source, address, query), Err(expected), "{name}");
    }
}
