use super::*;
use crate::changes::Kind;

const TODAY: Date = Date::LAST;

/// A directory with an account of this name and what else is told of it.
fn directory(handle: &str, edition: &str) -> Directory {
    let text = format!(
        "schema = 1\ntitle = \"Proef\"\nedition = \"{edition}\"\nlicence = \"CC0-1.0\"\n\n\
         [[organisation]]\nid = \"gemeente-ede\"\nname = \"Gemeente Ede\"\nkind = \"municipality\"\n\n\
         [[organisation.account]]\nplatform = \"x\"\nhandle = \"{handle}\"\n\n\
         [[organisation.account.evidence]]\nmethod = \"official-site\"\n\
         url = \"https://www.ede.nl/\"\nseen = \"2026-01-01\"\n"
    );
    embedded::from_toml(&text, Date::LAST).unwrap()
}

#[test]
fn what_changed_is_told_until_the_edition_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (directory("ede", "2026-01-02"), directory("ede_nl", "2026-02-02"));
    assert_eq!(changes(folder.path(), &old, TODAY).unwrap(), None, "nothing was looked at before");
    assert_eq!(changes(folder.path(), &old, TODAY).unwrap(), None, "nothing changed");
    for _ in 0..2 {
        let since = changes(folder.path(), &new, TODAY).unwrap().unwrap();
        assert_eq!(since.edition, old.header.edition);
        let kinds: Vec<Kind> = since.changes.iter().map(|it| it.kind).collect();
        assert_eq!(kinds, [Kind::AccountNew, Kind::AccountGone]);
    }
    keep(folder.path(), &new).unwrap();
    assert_eq!(changes(folder.path(), &new, TODAY).unwrap(), None, "it was looked at");
    assert_eq!(
        changes(folder.path(), &old, TODAY).unwrap(),
        None,
        "an older edition tells nothing"
    );
}

#[test]
fn an_edition_without_changes_or_that_cannot_be_read_gives_way() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (directory("ede", "2026-01-02"), directory("ede", "2026-02-02"));
    assert_eq!(changes(folder.path(), &old, TODAY).unwrap(), None);
    assert_eq!(changes(folder.path(), &new, TODAY).unwrap(), None, "only the day is another");
    let path = file(folder.path(), &new);
    assert_eq!(fs::read_to_string(&path).unwrap(), new.to_toml());
    fs::write(&path, "schema = ").unwrap();
    assert_eq!(changes(folder.path(), &new, TODAY).unwrap(), None, "broken");
    assert_eq!(fs::read_to_string(&path).unwrap(), new.to_toml());
}

#[test]
fn each_directory_has_an_edition_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let built_in = embedded::directory().unwrap();
    assert_eq!(changes(folder.path(), &built_in, TODAY).unwrap(), None);
    assert_eq!(changes(folder.path(), &directory("ede", "2026-01-02"), TODAY).unwrap(), None);
    assert_eq!(changes(folder.path(), &built_in, TODAY).unwrap(), None);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}
