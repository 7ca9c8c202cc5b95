//! The documented keys are those of the program.

use officieel::tui::view::help::markdown;
use officieel::words::Language;

/// The beginning of the document, which is written by hand.
const HEAD: &str = "\
# Keys

Made from the program's own table of actions; `UPDATE_DOCS=1 cargo test --test keys` writes it anew.
In the program, F1 shows the same.

";

#[test]
fn the_documented_keys_are_those_of_the_program() {
    let made = format!("{HEAD}{}", markdown(Language::En.words()));
    let made = format!("{}\n", made.trim_end());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let documented = std::fs::read_to_string(path).unwrap();
    assert_eq!(documented, made, "run `UPDATE_DOCS=1 cargo test --test keys`");
}
