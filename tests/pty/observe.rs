//! Recording what the reader sees of an account, in the real program and its file.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{FIXTURE, Program};

/// A folder for data, and the small directory with two kinds of badges that X gives today.
struct Place {
    folder: tempfile::TempDir,
    directory: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let kind = |id: &str, name: &str| {
            format!(
                "[[badge]]\nid = \"{id}\"\nplatform = \"x\"\nname = \"{name}\"\ngained = \"paid\"\nmeaning = \"Betaald.\"\n\
                 url = \"https://example.org/badges\"\nseen = \"2026-01-01\"\n\n[[family]]"
            )
        };
        let text = fs::read_to_string(FIXTURE).unwrap();
        let text = text.replacen("[[family]]", &kind("x-blue", "Blauw vinkje"), 1);
        let text = text.replacen("[[family]]", &kind("x-gold", "Goud vinkje"), 1);
        let directory = folder.path().join("gids.toml");
        fs::write(&directory, text).unwrap();
        Self { folder, directory }
    }

    /// The customary file.
    fn file(&self) -> PathBuf {
        self.folder.path().join("officieel/observations.toml")
    }

    fn start(&self, query: &str, arguments: &[&str]) -> Program {
        let directory = self.directory.to_str().unwrap();
        let all = [&["--directory", directory], arguments, &[query]].concat();
        let home = self.folder.path().to_str().unwrap();
        let program = Program::start(24, 120, &all, &[("XDG_DATA_HOME", home), ("HOME", home)]);
        program.until_shown("/7");
        program
    }

    /// Whether the file can be read over the directory, and what it says.
    fn validated(&self, file: &Path) -> String {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_officieel"))
            .env_clear()
            .args(["--today", "2026-11-21", "--lang", "nl", "--directory"])
            .arg(&self.directory)
            .arg("--overlay")
            .arg(file)
            .arg("validate")
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    /// The screen with the first account of the municipality selected.
    fn at_account(&self, arguments: &[&str]) -> Program {
        let mut program = self.start("zandmeer", arguments);
        program.press(TO_ACCOUNT);
        program.until_shown("Enter opent X @GemZandmeer");
        program
    }
}

/// Down to the first account of the municipality, past its website, telephone and contact form.
const TO_ACCOUNT: &[u8] = b"\t\x1b[B\x1b[B\x1b[B";

#[test]
fn what_is_chosen_stands_in_the_customary_file_and_is_there_the_next_time() {
    let place = Place::new();
    let mut program = place.at_account(&[]);
    program.press(b"b");
    program.until_shown("Vinkje van @GemZandmeer op X");
    program.until_shown("3 Goud vinkje · betaald");
    program.press(b"3");
    program.until_shown("Vastgelegd: Goud vinkje, 2026-11-21 — ~/officieel/observations.toml");
    let text = fs::read_to_string(place.file()).unwrap();
    assert!(text.contains("x-gold") && text.contains("own-observation"), "{text}");
    assert!(place.validated(&place.file()).contains('1'), "{}", place.validated(&place.file()));
    program.press(b"\x03");
    program.until_given_back();
    let again = place.start("zandmeer", &[]);
    again.until_shown("(eigen");
    let without = place.start("zandmeer", &["--no-overlay"]);
    without.until("no observation", |screen| !screen.contents().contains("(eigen"));
}

#[test]
fn a_named_file_is_written_and_the_customary_one_is_not() {
    let place = Place::new();
    let file = place.folder.path().join("mijn waarnemingen.toml");
    let mut program = place.at_account(&["--overlay", file.to_str().unwrap()]);
    program.press(b"s");
    program.until_shown("Gebruik van @GemZandmeer op X");
    program.press(b"5");
    program.until_shown("Waar gaat het verder?");
    program.press_each(&[b"\x1b[200~http://x.com/nieuw\x1b[201~", b"\r"]);
    program.until_shown("Alleen een adres dat met https:// begint");
    program.press_each(&[
        b"\x15",
        b"\x1b[200~https://social.overheid.example/@zand\x1b[201~",
        b"\r",
    ]);
    program.until_shown("Vastgelegd: verhuisd naar https://social.overheid.example/@zand");
    program.until_shown("verhuisd gezien 2026-11-21");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("successor = \"https://social.overheid.example/@zand\""), "{text}");
    assert!(!place.file().exists());
}

#[test]
fn a_file_that_can_not_be_written_is_told_and_nothing_changes() {
    let place = Place::new();
    // A folder can't be made below a file, whoever asks.
    let taken = place.folder.path().join("taken");
    fs::write(&taken, "").unwrap();
    let file = taken.join("own.toml");
    let mut program = place.at_account(&["--no-overlay"]);
    program.press(b"b");
    program.until_shown("start met --overlay BESTAND");
    drop(program);
    // It is read when the program starts, so it must be in the way only then.
    fs::remove_file(&taken).unwrap();
    let mut program = place.start("zandmeer", &["--overlay", file.to_str().unwrap()]);
    fs::write(&taken, "").unwrap();
    program.press(TO_ACCOUNT);
    program.until_shown("Enter opent X @GemZandmeer");
    program.press_each(&[b"b", b"\r"]);
    program.until_shown("Niet vastgelegd.");
    program.until("no observation", |screen| !screen.contents().contains("(eigen"));
}

#[test]
fn a_folder_that_may_not_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let folder = place.folder.path().join("closed");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).unwrap();
    // Nothing is closed to the administrator of a system.
    if fs::write(folder.join("probe"), "").is_ok() {
        return;
    }
    let file = folder.join("own.toml");
    let mut program = place.at_account(&["--overlay", file.to_str().unwrap()]);
    program.press_each(&[b"b", b"\r"]);
    program.until_shown("Niet vastgelegd.");
}

#[test]
fn two_screens_at_once_keep_each_others_observations() {
    let place = Place::new();
    let mut one = place.start("zandmeer", &[]);
    let mut other = place.start("minwind", &[]);
    one.press(TO_ACCOUNT);
    one.until_shown("Enter opent X @GemZandmeer");
    other.press(b"\t");
    other.until_shown("Enter opent X @MinWind");
    one.press_each(&[b"b", b"\r"]);
    other.press_each(&[b"b", b"\r"]);
    one.until_shown("Vastgelegd: geen vinkje");
    other.until_shown("Vastgelegd: geen vinkje");
    one.press_each(&[b"s", b"2"]);
    other.press_each(&[b"s", b"3"]);
    one.until_shown("Vastgelegd: vastgehouden");
    other.until_shown("Vastgelegd: verlaten");
    let text = fs::read_to_string(place.file()).unwrap();
    for handle in ["GemZandmeer", "MinWind"] {
        assert!(text.contains(&format!("handle = \"{handle}\"")), "{text}");
    }
    for status in ["parked", "left"] {
        assert!(text.contains(&format!("status = \"{status}\"")), "{text}");
    }
    assert_eq!(text.matches("kind = \"none\"").count(), 2, "{text}");
    // After its next record, a screen shows what the other one wrote.
    one.press_each(&[b"b", b"\r"]);
    one.until_shown("Vastgelegd: geen vinkje");
    one.press_each(&[b"\t", b"\x15"]);
    one.until_shown("7/7");
    one.press(b"minwind");
    one.until_shown("verlaten gezien 2026-11-21");
}

#[test]
fn leaving_waits_for_what_is_being_written() {
    let place = Place::new();
    let lock = place.file().with_file_name(".observations.toml.lock");
    for by_steps in [false, true] {
        fs::create_dir_all(place.file().parent().unwrap()).unwrap();
        let _ = fs::remove_file(place.file());
        let held = fs::File::create(&lock).unwrap();
        held.lock().unwrap();
        let mut program = place.start("zandmeer", &[]);
        program.press(TO_ACCOUNT);
        program.until_shown("Enter opent X @GemZandmeer");
        program.press_each(&[b"b", b"\r"]);
        program.until_shown("Vastleggen…");
        program.press_each(&[b"s", b"2"]);
        program.until("the list of statuses gone", |screen| {
            !screen.contents().contains("Gebruik van") && screen.contents().contains("Vastleggen…")
        });
        if by_steps {
            program.press_each(&[b"\t", b"\x15"]);
            program.until_shown("7/7");
            program.press_each(&[b"\x1b", b"\x1b"]);
        } else {
            program.press(b"\x03");
        }
        program.until("the normal screen", |screen| !screen.alternate_screen());
        assert!(!place.file().exists(), "the file is held");
        assert!(program.child.try_wait().unwrap().is_none(), "the program waits");
        held.unlock().unwrap();
        program.exit_status();
        let text = fs::read_to_string(place.file()).unwrap();
        assert!(text.contains("kind = \"none\"") && text.contains("parked"), "{text}");
    }
}

#[test]
fn what_could_not_be_written_at_the_end_is_told_after_it() {
    let place = Place::new();
    let lock = place.file().with_file_name(".observations.toml.lock");
    fs::create_dir_all(place.file().parent().unwrap()).unwrap();
    let held = fs::File::create(&lock).unwrap();
    held.lock().unwrap();
    let mut program = place.at_account(&[]);
    program.press_each(&[b"b", b"\r"]);
    program.until_shown("Vastleggen…");
    program.press(b"\x03");
    program.until("the normal screen", |screen| !screen.alternate_screen());
    fs::write(place.file(), "this is no toml").unwrap();
    held.unlock().unwrap();
    program.until_shown("officieel: Niet vastgelegd.");
    program.exit_status();
    assert_eq!(fs::read_to_string(place.file()).unwrap(), "this is no toml");
}

#[test]
fn observations_that_do_not_count_are_told_where_their_file_was_named() {
    let place = Place::new();
    let mut program = place.at_account(&[]);
    program.press_each(&[b"b", b"\r"]);
    program.until_shown("Vastgelegd: geen vinkje");
    let text = fs::read_to_string(place.file()).unwrap();
    fs::write(place.file(), text.replace("GemZandmeer", "Elders")).unwrap();
    let named = place.file();
    let told = place.start("zandmeer", &["--overlay", named.to_str().unwrap()]);
    told.until_shown("Een van uw waarnemingen telt niet mee");
    let untold = place.start("zandmeer", &[]);
    untold.until("nothing of it", |screen| !screen.contents().contains("telt niet mee"));
}
