//! Commands that the documents name, and do not run, are commands of the program with options that it has.

use std::fs;

use clap::error::ErrorKind;
use officieel::cli::arguments;
use officieel::words::Language;

use super::links::documents;

/// The command lines of a text: those between backquotes, and those of blocks for a shell.
fn lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for (position, part) in text.split("```").enumerate() {
        if position % 2 == 0 {
            let quoted = part.split('`').skip(1).step_by(2);
            lines.extend(quoted.map(|it| it.split_whitespace().collect::<Vec<_>>().join(" ")));
        } else if let Some(block) = part.strip_prefix("sh\n").or(part.strip_prefix("bash\n")) {
            let ends = |c| matches!(c, '\n' | '|' | '(' | '&' | ';');
            lines.extend(block.split(ends).map(|line| line.trim().to_owned()));
        }
    }
    lines.retain(|line| line.starts_with("officieel "));
    lines
}

/// The words of a line up to what is the shell's own.
fn words(line: &str) -> Vec<&str> {
    let own = |word: &&str| !word.starts_with(['#', '<', '>', ')']) && !word.starts_with("2>");
    let words = line.split_whitespace().take_while(own);
    words.map(|word| word.trim_end_matches(')').trim_matches(['\'', '"'])).collect()
}

/// What of a line the program does not have. What stands for something else (`FILE`) may be anything, or missing.
fn unknown(line: &str) -> Option<String> {
    let error = arguments::command(Language::En).try_get_matches_from(words(line)).err()?;
    let is_unknown =
        matches!(error.kind(), ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand);
    is_unknown.then(|| format!("{line}\n{error}"))
}

#[test]
#[cfg_attr(not(feature = "online"), ignore = "the documents are of the whole program")]
fn every_command_that_a_document_names_is_one() {
    let mut count = 0;
    let mut faults = Vec::new();
    for document in documents() {
        let lines = lines(&fs::read_to_string(&document).unwrap());
        count += lines.len();
        let unknown = lines.iter().filter_map(|line| unknown(line));
        faults.extend(unknown.map(|it| format!("{}: {it}", document.display())));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(count > 100, "only {count} commands");
}

#[test]
fn what_no_command_has_is_noticed() {
    let text = "Say `officieel check FILE` or\n\n```sh\nx=$(officieel knmi)  # the address\nofficieel list > a.csv\n```\n";
    assert_eq!(
        lines(text),
        ["officieel check FILE", "officieel knmi)  # the address", "officieel list > a.csv"]
    );
    assert_eq!(words("officieel knmi)  # the address"), ["officieel", "knmi"]);
    assert_eq!(words("officieel list 'kind:x' > a.csv"), ["officieel", "list", "kind:x"]);
    for (line, is_there) in [
        ("officieel sweep --from FILE…", true),
        ("officieel merge A B --join C", true),
        ("officieel check --tables a.csv", false),
        ("officieel --quickly knmi", false),
    ] {
        assert_eq!(unknown(line).is_none(), is_there, "{line}");
    }
}
