use super::*;

fn day() -> Date {
    Date::new(2026, 11, 30).unwrap()
}

const TEXT: &[u8] = b"schema = 1\ntitle = \"Proef\"\n";

#[test]
fn what_is_signed_is_trusted_and_any_one_change_makes_it_refused() {
    let keys = new_keys("").unwrap();
    let other = new_keys("").unwrap();
    let signature = sign(TEXT, day(), &keys.secret, "").unwrap();
    assert_eq!(verify(TEXT, day(), &signature, &keys.public), Ok(()));
    assert_eq!(verify(TEXT, day(), &signature, &other.public), Err(EditionError::Untrusted));
    let later = Date::new(2026, 12, 1).unwrap();
    let said = EditionError::OtherEdition("2026-11-30".to_owned());
    assert_eq!(verify(TEXT, later, &signature, &keys.public), Err(said));
    for at in 0..TEXT.len() {
        let mut changed = TEXT.to_vec();
        changed[at] ^= 1;
        let outcome = verify(&changed, day(), &signature, &keys.public);
        assert_eq!(outcome, Err(EditionError::Untrusted), "byte {at}");
    }
    for (at, _) in signature.trim_end().char_indices() {
        let mut changed = signature.clone().into_bytes();
        changed[at] ^= 1;
        // Of the first line minisign says that anybody may change it.
        let is_untrusted_comment = at <= signature.find('\n').unwrap();
        let changed = String::from_utf8(changed).unwrap();
        let outcome = verify(TEXT, day(), &changed, &keys.public);
        assert!(is_untrusted_comment || outcome.is_err(), "character {at}: {changed}");
    }
}

#[test]
fn a_key_is_its_file_or_the_line_in_it() {
    let keys = new_keys("").unwrap();
    let signature = sign(TEXT, day(), &keys.secret, "").unwrap();
    let line = keys.public.lines().nth(1).unwrap();
    assert_eq!(verify(TEXT, day(), &signature, line), Ok(()));
    assert_eq!(verify(TEXT, day(), &signature, &format!("{line}\n")), Ok(()));
    for wrong in ["", "sleutel", "untrusted comment: x\nRWQ", &keys.secret] {
        assert_eq!(verify(TEXT, day(), &signature, wrong), Err(EditionError::Key), "{wrong}");
    }
}

#[test]
fn what_is_no_key_or_signature_is_told_as_such() {
    let keys = new_keys("").unwrap();
    assert_eq!(sign(TEXT, day(), "geheim", ""), Err(EditionError::Key));
    assert_eq!(sign(TEXT, day(), &keys.public, ""), Err(EditionError::Key));
    assert_eq!(sign(TEXT, day(), &keys.secret, "geheim"), Err(EditionError::Key));
    let none = verify(TEXT, day(), "<html>", &keys.public);
    assert_eq!(none, Err(EditionError::Signature));
}

#[test]
fn only_what_is_signed_is_fetched() {
    use crate::fetch::Failure;
    use crate::fetch::fake::FakeFetch;

    let keys = new_keys("").unwrap();
    let other = new_keys("").unwrap();
    let signature = sign(TEXT, day(), &keys.secret, "").unwrap();
    let url = Url::parse("https://editions.example/directory.toml").unwrap();
    let beside = "https://editions.example/directory.toml.minisig";
    let whole = FakeFetch::default().page(url.as_str(), TEXT).page(beside, &signature);
    let fetched = fetch(&whole, &url, &keys.public).unwrap();
    assert_eq!((fetched.edition, fetched.text.as_slice()), (day(), TEXT));
    assert_eq!(fetch(&whole, &url, &other.public), Err(EditionError::Untrusted.into()));
    let not = |why: Failure| Err(FetchError::NotFetched(why));
    for (case, web, outcome) in [
        ("nothing", FakeFetch::default(), not(Failure::Status(404))),
        ("no signature", FakeFetch::default().page(url.as_str(), TEXT), not(Failure::Status(404))),
        (
            "another file",
            FakeFetch::default().page(url.as_str(), b"schema = 2").page(beside, &signature),
            Err(EditionError::Untrusted.into()),
        ),
        (
            "a page for people",
            FakeFetch::default().page(url.as_str(), TEXT).page(beside, "<html>"),
            Err(EditionError::Signature.into()),
        ),
    ] {
        assert_eq!(fetch(&web, &url, &keys.public), outcome, "{case}");
    }
    let none = FakeFetch::default();
    assert_eq!(fetch(&none, &url, "sleutel"), Err(EditionError::Key.into()));
    assert!(none.asked().is_empty(), "nothing is asked for without a key");
}
