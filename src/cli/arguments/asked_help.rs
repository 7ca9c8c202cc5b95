//! `officieel help`, and `officieel help check`: what `--help` says.

use std::ffi::OsString;

use clap::Command;

/// The command that gives help.
const HELP: &str = "help";

/// The arguments with `--help` in place of `help`, where that stands first and alone or before a command. A
/// question may begin with it too: `help ik word bedreigd`.
pub(super) fn with_option(command: &Command, given: Vec<OsString>) -> Vec<OsString> {
    let is_command = |name: &OsString| {
        name == HELP || command.get_subcommands().any(|it| *name == *it.get_name())
    };
    let Some(at) = first_word(command, &given) else { return given };
    let words = given.get(at..).unwrap_or_default();
    let (before, named) = match words {
        [help] if help == HELP => (at, None),
        [help, name] if help == HELP && is_command(name) => {
            (at, Some(name.clone()).filter(|name| name != HELP))
        }
        _ => return given,
    };
    let mut asked: Vec<OsString> = given.into_iter().take(before).collect();
    asked.extend(named);
    asked.push("--help".into());
    asked
}

/// The program with the command that is given, as its help is asked for: `officieel check`.
pub(super) fn called(command: &Command, given: &[OsString]) -> String {
    let first = first_word(command, given).and_then(|at| given.get(at));
    let own = command
        .get_subcommands()
        .map(Command::get_name)
        .find(|name| first.is_some_and(|first| *first == **name));
    let program = command.get_name();
    own.map_or_else(|| program.to_owned(), |own| format!("{program} {own}"))
}

/// Where the first argument stands that is no option and no value of one.
fn first_word(command: &Command, given: &[OsString]) -> Option<usize> {
    let takes_value = |option: &str| {
        command.get_arguments().filter(|it| it.get_action().takes_values()).any(|it| {
            let long = it.get_long().is_some_and(|long| option.strip_prefix("--") == Some(long));
            long || it.get_short().is_some_and(|short| option == format!("-{short}"))
        })
    };
    let mut is_value = false;
    for (at, argument) in given.iter().enumerate().skip(1) {
        let text = argument.to_string_lossy();
        if std::mem::take(&mut is_value) {
            continue;
        }
        if text == "--" || !text.starts_with('-') {
            return (text != "--").then_some(at);
        }
        is_value = takes_value(&text);
    }
    None
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::arguments::Arguments;

    #[test]
    fn the_command_at_hand_is_the_first_word() {
        for (line, expected) in [
            ("officieel", "officieel"),
            ("officieel --nonsense", "officieel"),
            ("officieel knmi --nonsense", "officieel"),
            ("officieel sweep --nonsense", "officieel sweep"),
            ("officieel --lang nl sweep", "officieel sweep"),
            ("officieel -d check search", "officieel search"),
            ("officieel search sweep", "officieel search"),
            ("officieel --nonsense check", "officieel check"),
            ("officieel -- check", "officieel"),
        ] {
            let is_there = cfg!(feature = "online") || !line.contains(" sweep");
            let given: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert!(!is_there || called(&Arguments::command(), &given) == expected, "{line}");
        }
    }

    #[test]
    fn help_before_a_command_is_its_option() {
        for (line, expected) in [
            ("officieel help", "officieel --help"),
            ("officieel help check", "officieel check --help"),
            ("officieel --lang nl help check", "officieel --lang nl check --help"),
            ("officieel -d help help fmt", "officieel -d help fmt --help"),
            ("officieel --ascii help", "officieel --ascii --help"),
            ("officieel help help", "officieel --help"),
            ("officieel help ik word bedreigd", "officieel help ik word bedreigd"),
            ("officieel help politie", "officieel help politie"),
            ("officieel search help", "officieel search help"),
            ("officieel -- help", "officieel -- help"),
            ("officieel", "officieel"),
        ] {
            let given = line.split(' ').map(OsString::from).collect();
            let read = with_option(&Arguments::command(), given);
            let read: Vec<_> = read.iter().filter_map(|it| it.to_str()).collect();
            assert_eq!(read.join(" "), expected);
        }
    }
}
