//! Tests of [`super`]: what a file may say, how it changes, and what is never written over.

use std::fs;
use std::path::Path;

use super::*;

fn ids(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

#[test]
fn a_file_is_read_strictly_and_passes_over_what_is_no_id() {
    for (text, marked, recent) in [
        ("", &[][..], &[][..]),
        ("# none\n", &[], &[]),
        ("favourites = []\nrecent = []", &[], &[]),
        ("favourites = [\"a\", \"b-1\"]", &["a", "b-1"], &[]),
        ("\u{FEFF}recent = [\"b\", \"a\"]\r\n", &[], &["b", "a"]),
        ("favourites = [\"a\", \"b\", \"a\"]", &["a", "b"], &[]),
        ("other = 3\nfavourites = [\"a\"]\n[more]\nx = 1", &["a"], &[]),
        ("favourites = [\"\", \"A\", \"a b\", \"\\u001b[2J\", \"\\u202Ea\", \"a\"]", &["a"], &[]),
    ] {
        let expected = Favourites { marked: ids(marked), recent: ids(recent) };
        assert_eq!(Favourites::parse(text), Ok(expected), "{text:?}");
    }
    for (text, line) in [
        ("favourites", 1),
        ("favourites = \"a\"", 1),
        ("\nfavourites = [\"a\", 3]", 2),
        ("favourites = [\n\"a\",\n[\"b\"],\n]", 3),
        ("recent = { a = 1 }", 1),
        ("favourites = []\nfavourites = []", 2),
        ("[recent]", 1),
        ("\n\nfavourites = [\"a\u{1b}[2J\"]", 3),
    ] {
        assert_eq!(Favourites::parse(text), Err(line), "{text:?}");
    }
}

#[test]
fn no_more_is_remembered_than_a_line_can_show() {
    let all: Vec<String> = (0..20).map(|number| format!("id-{number}")).collect();
    let text = format!("recent = {all:?}");
    assert_eq!(Favourites::parse(&text).unwrap().recent, all[..MOST_RECENT]);
}

#[test]
fn each_change_is_made_once() {
    let (mark, unmark) =
        (|id: &str| Change::Mark(id.to_owned()), |id: &str| Change::Unmark(id.to_owned()));
    let visit = |id: &str| Change::Visit(id.to_owned());
    for (changes, marked, recent) in [
        (vec![], &[][..], &[][..]),
        (vec![mark("a"), mark("b"), mark("a")], &["a", "b"], &[]),
        (vec![mark("a"), mark("b"), unmark("a"), unmark("c")], &["b"], &[]),
        (vec![visit("a"), visit("b"), visit("a")], &[], &["a", "b"]),
        (vec![mark("a"), visit("a"), Change::ForgetVisits], &["a"], &[]),
        (vec![mark("\"x"), visit("\n"), mark("")], &[], &[]),
    ] {
        let mut it = Favourites::default();
        for change in &changes {
            it.apply(change);
        }
        assert_eq!(it, Favourites { marked: ids(marked), recent: ids(recent) }, "{changes:?}");
        assert_eq!(Favourites::parse(&it.to_toml()), Ok(it), "{changes:?}");
    }
    let mut it = Favourites::default();
    (0..20).for_each(|number| it.apply(&Change::Visit(format!("id-{number}"))));
    assert_eq!((it.recent.len(), it.recent[0].as_str()), (MOST_RECENT, "id-19"));
}

fn mark(path: &Path, id: &str) -> Result<Favourites, KeptFileError> {
    write(path, &[Change::Mark(id.to_owned())])
}

#[test]
fn a_file_is_made_changed_and_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("officieel/favourites.toml");
    assert_eq!(read(&path).unwrap(), Favourites::default());
    assert!(!path.parent().unwrap().exists(), "reading makes nothing");
    assert_eq!(write(&path, &[Change::Unmark("a".to_owned())]).unwrap(), Favourites::default());
    assert!(!path.exists(), "nothing to keep needs no file");
    mark(&path, "a").unwrap();
    // What another program wrote meanwhile stays.
    mark(&path, "b").unwrap();
    assert_eq!(read(&path).unwrap().marked, ["a", "b"]);
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text, format!("{HEAD}favourites = [\n  \"a\",\n  \"b\",\n]\nrecent = [\n]\n"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "it is nobody else's business");
    }
}

#[test]
fn what_is_broken_or_in_the_way_is_refused_and_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("favourites.toml");
    for (bytes, line) in [
        (&b"favourites = \n"[..], 1),
        (b"favourites = 1\n", 1),
        (b"\n\xff", 2),
        (&vec![b'#'; LARGEST_AND_ONE], 1),
    ] {
        fs::write(&path, bytes).unwrap();
        assert!(matches!(read(&path), Err(KeptFileError::Broken(at)) if at == line), "{line}");
        assert!(matches!(mark(&path, "b"), Err(KeptFileError::Broken(at)) if at == line));
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    let below = file.join("favourites.toml");
    assert!(matches!(mark(&below, "a"), Err(KeptFileError::Io(_))), "the folder can't be made");
    assert!(matches!(read(folder.path()), Err(KeptFileError::Io(_))), "a folder is no file");
}

/// A byte more than a file may have.
const LARGEST_AND_ONE: usize = (1 << 20) + 1;

#[test]
fn the_customary_file_lies_beside_the_observations() {
    let home = |name: &str| (name == "XDG_DATA_HOME").then(|| "/xdg".into());
    assert_eq!(default_path(home), Some("/xdg/officieel/favourites.toml".into()));
    assert_eq!(default_path(|_| None), None);
}
