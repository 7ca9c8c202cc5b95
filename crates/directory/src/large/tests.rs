//! Tests of [`super`]: a file in pieces is what it is whole, and what is amiss is never taken.

use std::fmt::Write as _;
use std::io::{Seek, Write};

use proptest::prelude::*;

use super::*;
use crate::directory::load::{load, text_of};
use crate::directory::{Date, LoadError};
use crate::public_suffixes::PublicSuffixes;
use crate::search::Index;

const SMALL: &str = include_str!("../../../../tests/fixtures/small.toml");

const PIECES: [usize; 3] = [0, 900, PIECE];

/// The store of a file that is read whole.
fn whole(text: &str) -> Result<Vec<u8>, Vec<LoadError>> {
    let text = text_of(text.as_bytes())?;
    let directory = load(text, Date::LAST, &PublicSuffixes::default(), &|| None)?;
    let mut writer = Writer::new(Vec::new()).unwrap();
    directory.write_to(&mut writer).unwrap();
    Index::write_to(&directory, &mut writer).unwrap();
    Ok(writer.finish().unwrap())
}

/// The store of a file that is read in pieces.
fn in_pieces(text: &[u8], piece: usize) -> io::Result<Vec<u8>> {
    let mut file = tempfile::tempfile()?;
    file.write_all(text)?;
    file.rewind()?;
    let suffixes = PublicSuffixes::default();
    let rules = Rules { today: Date::LAST, suffixes: &suffixes, built_in: &|| None, piece };
    let mut writer = Writer::new(Vec::new())?;
    write(&mut file, &mut tempfile::tempfile, &mut writer, rules, &|_| {})?;
    writer.finish()
}

/// Reads a file both ways. Tells whether it is sound, and whether it was read in pieces of every size.
fn both(text: &str) -> (bool, bool) {
    let whole = whole(text);
    let mut is_taken = true;
    for piece in PIECES {
        match (&whole, in_pieces(text.as_bytes(), piece)) {
            (Ok(whole), Ok(pieces)) => assert!(pieces == *whole, "in pieces of {piece}:\n{text}"),
            (Err(_), Ok(_)) => panic!("taken in pieces of {piece}, though amiss:\n{text}"),
            (_, Err(_)) => is_taken = false,
        }
    }
    (whole.is_ok(), is_taken)
}

/// A directory with all that organisations and accounts can have with each other, also across pieces.
fn linked() -> String {
    let mut text = SMALL.replace(
        "[[organisation]]\nid = \"ministerie-van-wind\"",
        "[[foreign_organisation]]\nname = \"Buurdam\"\ncountry = \"BE\"\nsource = \"list\"\n\
         accounts = [\"https://x.com/buurdam\"]\n\n\
         [[service]]\nid = \"loket\"\nname = \"Loket\"\ntext = \"Een loket.\"\norganisation = \"dorp-7\"\n\
         evidence = [{ method = \"register\", source = \"register\", seen = \"2026-05-16\" }]\n\n\
         [[organisation]]\nid = \"ministerie-van-wind\"",
    );
    let evidence = "{ method = \"register\", source = \"register\", seen = \"2026-05-16\" }";
    for at in 0..40 {
        let up = if at < 20 { at + 20 } else { 99 };
        let parent = if up < 40 { format!("parent = \"dorp-{up}\"\n") } else { String::new() };
        let other = (at * 7 + 3) % 40;
        let _ = write!(
            text,
            "\n[[organisation]]\nid = \"dorp-{at}\"\nname = \"Dorp Één {at}\"\nkind = \"municipality\"\n{parent}\
             places = [\"Plaats {other}\"]\nprovince = \"Streek {}\"\nwebsite = \"https://www.dorp{up}.example\"\n\
             register_id = \"77{at}\"\nformer_handles = [{{ platform = \"x\", handle = \"oud{at}\", \
             successor = \"https://x.com/dorp{other}\", url = \"https://krant.example/\", seen = \"2020\" }}]\n\n\
             [[organisation.account]]\nplatform = \"x\"\nhandle = \"dorp{at}\"\nshared_with = [\"dorp-{other}\"]\n\
             evidence = [{evidence}]\n\n\
             [[organisation.account]]\nplatform = \"instagram\"\nhandle = \"dorp.{at}\"\nstatus = \"moved\"\n\
             successor = \"https://www.facebook.com/dorp{at}\"\nevidence = [{evidence}]\n\n\
             [[organisation.account]]\nplatform = \"facebook\"\nhandle = \"dorp{at}\"\nevidence = [{evidence}]\n",
            at % 5
        );
    }
    text
}

#[test]
fn a_file_in_pieces_is_what_it_is_whole() {
    for text in
        [SMALL.to_owned(), linked(), linked().replace('\n', "\r\n"), format!("\u{feff}{SMALL}")]
    {
        let problems = whole(&text).err().unwrap_or_default();
        assert_eq!(crate::testing::placed(&problems), [""; 0]);
        assert_eq!(both(&text), (true, true), "{text}");
    }
    let built_in = include_str!("../../../../directory.toml");
    assert!(in_pieces(built_in.as_bytes(), 20_000).unwrap() == whole(built_in).unwrap());
}

#[test]
fn what_is_amiss_is_never_taken() {
    let sound = linked();
    for (what, old, new) in [
        ("an id twice", "id = \"dorp-31\"", "id = \"dorp-2\""),
        ("a register id twice", "register_id = \"7731\"", "register_id = \"772\""),
        ("a parent that is not there", "parent = \"dorp-21\"", "parent = \"dorp-x\""),
        ("a circle of parents", "id = \"dorp-21\"\n", "id = \"dorp-21\"\nparent = \"dorp-1\"\n"),
        (
            "its own successor",
            "id = \"dorp-2\"\n",
            "id = \"dorp-2\"\nended = \"2020\"\nsuccessor = \"dorp-2\"\n",
        ),
        (
            "an account shared with its owner",
            "shared_with = [\"dorp-3\"]",
            "shared_with = [\"dorp-0\"]",
        ),
        (
            "an account shared with nobody",
            "shared_with = [\"dorp-3\"]",
            "shared_with = [\"dorp-x\"]",
        ),
        ("a handle twice", "handle = \"dorp31\"\nshared", "handle = \"DORP2\"\nshared"),
        (
            "a handle of a foreign one",
            "handle = \"dorp31\"\nshared",
            "handle = \"buurdam\"\nshared",
        ),
        ("a former handle twice", "handle = \"oud31\"", "handle = \"oud2\""),
        ("a former handle that is listed", "handle = \"oud31\"", "handle = \"dorp2\""),
        ("a successor that is not listed", "https://x.com/dorp24\"", "https://x.com/nobody\""),
        (
            "a circle of accounts",
            "https://www.facebook.com/dorp4\"",
            "https://www.instagram.com/dorp.4/\"",
        ),
        (
            "a host that is not its own",
            "domains = [\"overheid.example\"]",
            "domains = [\"anders.example\"]",
        ),
        ("a service of nobody", "organisation = \"dorp-7\"", "organisation = \"dorp-x\""),
        ("an imitation of nobody", "organisation = \"gemeente-zandmeer\"", "organisation = \"x\""),
        ("a family of nobody", "organisation = \"waterkring\"", "organisation = \"x\""),
        ("a key that nobody knows", "province = \"Streek 3\"", "provinces = \"Streek 3\""),
        ("a hostile character", "Dorp Één 31", "Dorp \u{202e} 31"),
        (
            "a hostile character in a remark",
            "\n[[organisation]]\nid = \"dorp-9\"",
            "# \u{202e}\n[[organisation]]\nid = \"dorp-9\"",
        ),
        ("no TOML", "name = \"Dorp Één 31\"", "name = Dorp"),
        (
            "a table of another kind",
            "\n[[organisation]]\nid = \"dorp-9\"",
            "\n[[organisatie]]\na = 1\n\n[[organisation]]\nid = \"dorp-9\"",
        ),
        ("a key of the head", "licence = \"CC0-1.0\"", "licences = \"CC0-1.0\""),
    ] {
        assert!(sound.contains(old), "{what}");
        assert_eq!(both(&sound.replace(old, new)), (false, false), "{what}");
    }
    let mut bytes = sound.into_bytes();
    let last = bytes.len() - 40;
    bytes[last] = 0xff;
    assert!(in_pieces(&bytes, 900).is_err());
}

#[test]
fn an_account_lives_on_a_host_of_those_above_in_another_piece() {
    let claim = "\n[[organisation.account]]\nplatform = \"mastodon\"\nhandle = \"hier@social.overheid.example\"\n\
        evidence = [{ method = \"own-domain\", url = \"https://social.overheid.example/@hier\", seen = \"2026-11-20\" }]\n";
    // Nothing is on a domain of the whole government any more.
    let text =
        linked().replace("domains = [\"overheid.example\"]", "domains = [\"anders.example\"]");
    let wind = "url = \"https://social.overheid.example/@wind\"";
    let text = text.replace(
        &format!("method = \"own-domain\", {wind}"),
        &format!("method = \"press\", {wind}"),
    );
    let with = |website: &str| {
        let text = text.replace("https://www.dorp99.example", website);
        text.replacen(
            "\n[[organisation]]\nid = \"dorp-6\"",
            &format!("{claim}\n[[organisation]]\nid = \"dorp-6\""),
            1,
        )
    };
    assert_eq!(both(&with("https://www.dorp99.example")), (false, false));
    assert_eq!(both(&with("https://overheid.example")), (true, true));
}

#[test]
fn what_only_looks_unusual_is_left_to_the_other_way() {
    let (head, organisations) = SMALL.split_once("\n[[organisation]]").unwrap();
    let (before, source) = head.split_once("[[family]]").unwrap();
    let moved = format!("{before}\n[[organisation]]{organisations}\n[[family]]{source}");
    assert_eq!(both(&moved), (true, false));
    assert_eq!(both(&SMALL.replace("\n[[organisation]]", "\n [[organisation]]")), (true, false));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn changed_anywhere_it_is_the_same(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0_u8..4), 1..4)
    ) {
        let text = linked();
        let mut lines: Vec<&str> = text.lines().collect();
        for (at, other, what) in changes {
            let (at, other) = (at.index(lines.len()), other.index(lines.len()));
            match what {
                0 => _ = lines.remove(at),
                1 => lines.insert(at, lines[other]),
                2 => lines.swap(at, other),
                _ => lines[at] = lines[other],
            }
        }
        both(&lines.join("\n"));
    }
}
