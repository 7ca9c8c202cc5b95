//! What the environment says about colour and characters.

use std::env;
use std::io;
use std::path::{Path, PathBuf};

use super::options::Options;
use super::theme::choice::Look;
use super::theme::depth::Depth;
use super::theme::palette::Rgb;
use super::tty;
use crate::text::sanitise::{escaped, escaped_path};
use crate::words::Words;

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum ColorChoice {
    /// Where the output is a terminal, unless the environment says no: `NO_COLOR` is set and not empty, or
    /// `TERM` is `dumb`.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The look that is asked for, as far as this environment has it.
pub fn look(options: &Options) -> Look {
    let variable = |name: &str| env::var(name).unwrap_or_default();
    let ascii = options.ascii || !is_utf8_locale(variable);
    // With NO_COLOR set, crossterm 0.29 writes a full reset instead of a colour, which takes bold
    // and reverse with it and makes the selection invisible. The theme decides about colour here.
    crossterm::style::force_color_output(true);
    let depth = uses_colour(options.colour, variable).then(|| Depth::of(variable));
    let own = options.settings.colours.iter().map(|it| {
        let [red, green, blue] = it.rgb;
        (it.name, Rgb(red, green, blue))
    });
    let own = own.collect();
    Look { name: options.theme, depth, ascii, own }
}

fn uses_colour(choice: ColorChoice, variable: impl Fn(&str) -> String) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => variable("NO_COLOR").is_empty() && variable("TERM") != "dumb",
    }
}

/// Sees whether there is a terminal that can show a screen. Where `TERM` is not set it is taken for one:
/// nearly all are.
///
/// # Errors
///
/// Where there is none; the error says what works there.
pub fn check_terminal(words: &Words) -> io::Result<()> {
    let term = env::var("TERM").unwrap_or_default();
    let refusal = if !tty::is_there() {
        words.no_terminal.to_owned()
    } else if is_dumb(&term) {
        words.dumb_terminal(&escaped(&term))
    } else {
        return Ok(());
    };
    Err(io::Error::new(io::ErrorKind::Unsupported, refusal))
}

/// Whether a terminal of this name can't move its cursor: what editors and build tools call the place
/// where they show output, and what terminfo calls a terminal of which it knows nothing.
fn is_dumb(term: &str) -> bool {
    matches!(term, "dumb" | "unknown") || term.starts_with("dumb-")
}

/// Whether the locale can show more than ASCII; where none is set, today's terminals can.
fn is_utf8_locale(variable: impl Fn(&str) -> String) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(variable).into_iter().find(|v| !v.is_empty());
    locale.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

/// The name of a file as it is shown: what lies in the reader's own folder is named from there.
pub fn short_name(path: &Path) -> String {
    short_from(path, env::var_os("HOME").map(PathBuf::from).as_deref())
}

fn short_from(path: &Path, home: Option<&Path>) -> String {
    let home = home.filter(|home| home.is_absolute());
    match home.and_then(|home| path.strip_prefix(home).ok()) {
        Some(rest) => escaped_path(&Path::new("~").join(rest)),
        None => escaped_path(path),
    }
}

/// Panics at a place where the tests ask for it, to prove that the terminal is given back.
pub fn panic_if_asked(place: &str) {
    let asked = env::var_os("OFFICIEEL_TEST_PANIC").is_some_and(|asked| asked == place);
    assert!(!asked, "on purpose, as OFFICIEEL_TEST_PANIC asks");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(set: &'static [(&str, &str)]) -> impl Fn(&str) -> String {
        move |name| {
            set.iter()
                .find(|(key, _)| *key == name)
                .map(|(_, v)| (*v).to_owned())
                .unwrap_or_default()
        }
    }

    #[test]
    fn colour_is_off_where_the_environment_says_so() {
        let auto = |set| uses_colour(ColorChoice::Auto, variables(set));
        assert!(auto(&[("TERM", "xterm")]));
        assert!(auto(&[("NO_COLOR", "")]));
        assert!(!auto(&[("NO_COLOR", "1")]));
        assert!(!auto(&[("TERM", "dumb")]));
        assert!(uses_colour(ColorChoice::Always, variables(&[("NO_COLOR", "1")])));
        assert!(!uses_colour(ColorChoice::Never, variables(&[])));
    }

    #[test]
    fn a_dumb_terminal_is_known_by_its_name() {
        for term in ["dumb", "unknown", "dumb-emacs-ansi"] {
            assert!(is_dumb(term), "{term}");
        }
        for term in ["", "xterm-256color", "linux", "vt100", "dumber", "eterm-color"] {
            assert!(!is_dumb(term), "{term}");
        }
    }

    #[test]
    fn a_file_is_named_from_the_home_of_its_reader() {
        for (path, home, expected) in [
            ("/home/a/data/own.toml", Some("/home/a"), "~/data/own.toml"),
            ("/home/ab/own.toml", Some("/home/a"), "/home/ab/own.toml"),
            ("own.toml", Some("/home/a"), "own.toml"),
            ("own.toml", Some(""), "own.toml"),
            ("/srv/own\u{202E}.toml", None, "/srv/own‹U+202E›.toml"),
        ] {
            assert_eq!(short_from(Path::new(path), home.map(Path::new)), expected);
        }
    }

    #[test]
    fn the_first_locale_that_is_set_counts() {
        assert!(is_utf8_locale(variables(&[])));
        assert!(is_utf8_locale(variables(&[("LANG", "nl_NL.UTF-8")])));
        assert!(is_utf8_locale(variables(&[("LC_CTYPE", "C.utf8"), ("LANG", "C")])));
        assert!(!is_utf8_locale(variables(&[("LC_ALL", "C"), ("LANG", "nl_NL.UTF-8")])));
    }
}
