//! Writing TOML in one layout: keys, texts, lists, tables.

/// How wide a line may be before a list is broken into one item a line.
const LINE: usize = 120;

/// Collects the lines of a file.
pub(super) struct Writer {
    out: String,
}

impl Writer {
    pub(super) fn new() -> Self {
        Self { out: String::new() }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Begins `[[name]]`, after an empty line.
    pub(super) fn table(&mut self, name: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.line(&format!("[[{name}]]"));
    }

    pub(super) fn text(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {}", quoted(value)));
    }

    pub(super) fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    /// A value that stands for itself, such as a number.
    pub(super) fn bare(&mut self, key: &str, value: &str) {
        self.line(&format!("{key} = {value}"));
    }

    /// A list of texts: on one line where it fits; left out where it is empty.
    pub(super) fn texts<S: AsRef<str>>(&mut self, key: &str, values: &[S]) {
        let items: Vec<String> = values.iter().map(|value| quoted(value.as_ref())).collect();
        let line = format!("{key} = [{}]", items.join(", "));
        if !items.is_empty() && line.chars().count() > LINE {
            self.items(key, &items);
        } else if !items.is_empty() {
            self.line(&line);
        }
    }

    /// A list with one item a line; left out where it is empty.
    pub(super) fn items(&mut self, key: &str, items: &[String]) {
        if items.is_empty() {
            return;
        }
        self.line(&format!("{key} = ["));
        for item in items {
            self.line(&format!("    {item},"));
        }
        self.line("]");
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }
}

/// An inline table of those pairs that have a value.
pub(super) fn inline(pairs: &[(&str, Option<&str>)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .filter_map(|(key, value)| value.map(|value| format!("{key} = {}", quoted(value))))
        .collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// A value of an inline table.
pub(super) enum Pair<'a> {
    Text(Option<&'a str>),
    /// Written where it is true.
    Flag(bool),
    /// Tables in braces, on one line; written where there are any.
    List(Vec<String>),
}

impl<'a> Pair<'a> {
    pub(super) fn text(text: Option<&'a str>) -> Self {
        Self::Text(text)
    }

    fn written(&self) -> Option<String> {
        match self {
            Self::Text(text) => text.map(quoted),
            Self::Flag(set) => set.then(|| "true".to_owned()),
            Self::List(items) => (!items.is_empty()).then(|| format!("[{}]", items.join(", "))),
        }
    }
}

/// An inline table of those pairs that have a value, of whatever type.
pub(super) fn inline_of(pairs: &[(&str, Pair<'_>)]) -> String {
    let pairs: Vec<String> = pairs
        .iter()
        .filter_map(|(key, value)| Some(format!("{key} = {}", value.written()?)))
        .collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// A text as a TOML string: literal where it holds a backslash and needs no escape, else basic.
pub(super) fn quoted(text: &str) -> String {
    let plain = !text.contains('\'') && !text.chars().any(char::is_control);
    if plain && text.contains(['\\', '"']) {
        return format!("'{text}'");
    }
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => out.extend(escape(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn escape(c: char) -> impl Iterator<Item = char> {
    format!("\\u{:04X}", u32::from(c)).into_bytes().into_iter().map(char::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_so_that_toml_reads_them_back() {
        for text in ["plain", "it's", "a \"b\"", r"[A-Z]\d", r#"it's "\d""#, "é", "tab\there"] {
            let line = format!("key = {}", quoted(text));
            let table = toml::de::DeTable::parse(&line).unwrap();
            assert_eq!(
                table.get_ref().get("key").unwrap().get_ref().as_str(),
                Some(text),
                "{line}"
            );
        }
    }

    #[test]
    fn a_long_list_takes_a_line_an_item() {
        let mut writer = Writer::new();
        writer.texts("short", &["a", "b"]);
        writer.texts("none", &[] as &[&str]);
        writer.texts("long", &["x".repeat(70), "y".repeat(70)]);
        let expected = format!(
            "short = [\"a\", \"b\"]\nlong = [\n    \"{}\",\n    \"{}\",\n]\n",
            "x".repeat(70),
            "y".repeat(70)
        );
        assert_eq!(writer.finish(), expected);
    }
}
