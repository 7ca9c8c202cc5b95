//! What the environment says about colour and characters.

use std::env;

use super::theme::Theme;

/// Whether colour is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColourChoice {
    /// Unless the environment says no: `NO_COLOR` is set and not empty, or `TERM` is `dumb`.
    #[default]
    Auto,
    /// Yes.
    Always,
    /// No.
    Never,
}

/// The theme for a choice in this environment.
pub fn theme(choice: ColourChoice, ascii: bool) -> Theme {
    let variable = |name: &str| env::var(name).unwrap_or_default();
    let ascii = ascii || !is_utf8_locale(variable);
    // With NO_COLOR set, crossterm 0.29 writes a full reset instead of a colour, which takes bold
    // and reverse with it and makes the selection invisible. The theme decides about colour here.
    crossterm::style::force_color_output(true);
    if uses_colour(choice, variable) { Theme::ansi(ascii) } else { Theme::mono(ascii) }
}

fn uses_colour(choice: ColourChoice, variable: impl Fn(&str) -> String) -> bool {
    match choice {
        ColourChoice::Always => true,
        ColourChoice::Never => false,
        ColourChoice::Auto => variable("NO_COLOR").is_empty() && variable("TERM") != "dumb",
    }
}

/// Whether the locale can show more than ASCII; where none is set, today's terminals can.
fn is_utf8_locale(variable: impl Fn(&str) -> String) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(variable).into_iter().find(|v| !v.is_empty());
    locale.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
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
        let auto = |set| uses_colour(ColourChoice::Auto, variables(set));
        assert!(auto(&[("TERM", "xterm")]));
        assert!(auto(&[("NO_COLOR", "")]));
        assert!(!auto(&[("NO_COLOR", "1")]));
        assert!(!auto(&[("TERM", "dumb")]));
        assert!(uses_colour(ColourChoice::Always, variables(&[("NO_COLOR", "1")])));
        assert!(!uses_colour(ColourChoice::Never, variables(&[])));
    }

    #[test]
    fn the_first_locale_that_is_set_counts() {
        assert!(is_utf8_locale(variables(&[])));
        assert!(is_utf8_locale(variables(&[("LANG", "nl_NL.UTF-8")])));
        assert!(is_utf8_locale(variables(&[("LC_CTYPE", "C.utf8"), ("LANG", "C")])));
        assert!(!is_utf8_locale(variables(&[("LC_ALL", "C"), ("LANG", "nl_NL.UTF-8")])));
    }
}
