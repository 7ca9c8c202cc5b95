//! What a line of the dialogue asks for.

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Request {
    /// Nothing: the line is empty.
    Nothing,
    /// What can be asked.
    Help,
    /// The end.
    Quit,
    /// The rest of what was found.
    More,
    /// What was told before the last choice.
    Back,
    /// One of what was numbered, to be told of.
    Choose(usize),
    /// One of what was numbered, to be opened.
    Open(usize),
    /// A message of several lines follows.
    Message,
    /// A command of the program, without its name.
    Command(String),
    /// A question, a name, an account, an address or a message.
    Ask(String),
}

/// The words for each request in both languages: whoever has one interface may know the other.
const HELP: &[&str] = &["?", "help", "hulp"];
const QUIT: &[&str] = &["q", "quit", "exit", "stop", "einde"];
const MORE: &[&str] = &["m", "more", "meer"];
const BACK: &[&str] = &["b", "back", "terug"];
const OPEN: &[&str] = &["o", "open"];
const MESSAGE: &[&str] = &["message", "bericht"];

impl Request {
    /// Reads a line.
    pub(super) fn read(line: &str) -> Self {
        let line = line.trim();
        let word = line.to_lowercase();
        let is = |words: &[&str]| words.contains(&word.as_str());
        if let Some(command) = line.strip_prefix(':') {
            return Self::Command(command.trim().to_owned());
        }
        if let Some(number) = number(line) {
            return Self::Choose(number);
        }
        if let Some((first, rest)) = word.split_once(' ')
            && OPEN.contains(&first)
            && let Some(number) = number(rest.trim())
        {
            return Self::Open(number);
        }
        match line {
            "" => Self::Nothing,
            _ if is(HELP) => Self::Help,
            _ if is(QUIT) => Self::Quit,
            _ if is(MORE) => Self::More,
            _ if is(BACK) => Self::Back,
            _ if is(MESSAGE) => Self::Message,
            _ => Self::Ask(line.to_owned()),
        }
    }
}

/// A number that something can have here: longer ones are telephone numbers.
fn number(text: &str) -> Option<usize> {
    let digits = text.strip_suffix('.').unwrap_or(text);
    let is_short = digits.len() <= 2 && !digits.starts_with(['+', '-']);
    let is_plain = digits == "0" || !digits.starts_with('0');
    digits.parse().ok().filter(|_| is_short && is_plain)
}

/// The words of a command line: what stands in quotation marks is one.
pub(super) fn words_of(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted: Option<char> = None;
    for c in line.chars() {
        match quoted {
            Some(mark) if c == mark => quoted = None,
            None if matches!(c, '"' | '\'') => {
                quoted = Some(c);
                word.get_or_insert_default();
            }
            None if c.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_number_a_word_of_ours_a_command_or_a_question() {
        for (line, expected) in [
            ("", Request::Nothing),
            ("   ", Request::Nothing),
            ("3", Request::Choose(3)),
            (" 12 ", Request::Choose(12)),
            ("open 3", Request::Open(3)),
            ("O 3", Request::Open(3)),
            ("open knmi", Request::Ask("open knmi".to_owned())),
            ("?", Request::Help),
            ("Hulp", Request::Help),
            ("meer", Request::More),
            ("terug", Request::Back),
            ("stop", Request::Quit),
            ("bericht", Request::Message),
            (": audit --limit 3", Request::Command("audit --limit 3".to_owned())),
            ("112", Request::Ask("112".to_owned())),
            ("0900-8844", Request::Ask("0900-8844".to_owned())),
            ("+3", Request::Ask("+3".to_owned())),
            ("0", Request::Choose(0)),
            ("3.", Request::Choose(3)),
            ("088", Request::Ask("088".to_owned())),
            ("00", Request::Ask("00".to_owned())),
            ("stop de oorlog", Request::Ask("stop de oorlog".to_owned())),
            ("@KNMI", Request::Ask("@KNMI".to_owned())),
            ("-1", Request::Ask("-1".to_owned())),
        ] {
            assert_eq!(Request::read(line), expected, "{line}");
        }
    }

    #[test]
    fn what_stands_in_quotation_marks_is_one_word() {
        for (line, expected) in [
            ("", &[][..]),
            ("audit --limit 3", &["audit", "--limit", "3"]),
            ("check \"Volg @KNMI nu\"", &["check", "Volg @KNMI nu"]),
            ("check 'a \"b\" c'", &["check", "a \"b\" c"]),
            ("a\"b c\"d  e", &["ab cd", "e"]),
            ("check \"\"", &["check", ""]),
            ("check \"open", &["check", "open"]),
        ] {
            assert_eq!(words_of(line), expected, "{line}");
        }
    }
}
