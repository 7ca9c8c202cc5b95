//! The tricks, each played at every place of a name.

/// What is written for what, in any case of the letters.
const ALIKE: &[(&str, &str)] = &[
    ("i", "l"),
    ("i", "1"),
    ("l", "i"),
    ("l", "1"),
    ("1", "l"),
    ("1", "i"),
    ("o", "0"),
    ("0", "o"),
    ("s", "5"),
    ("5", "s"),
    ("rn", "m"),
    ("m", "rn"),
    ("vv", "w"),
    ("w", "vv"),
    ("cl", "d"),
    ("d", "cl"),
];

const SEPARATORS: [char; 2] = ['_', '.'];

/// What is put before and behind.
const WORDS: &[&str] =
    &["nl", "officieel", "official", "helpdesk", "service", "info", "webcare", "support"];

/// Digits that are put behind.
const DIGITS: &[&str] = &["1", "2", "01", "24", "112", "2026"];

/// A trick, or two of them at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Characters,
    Separators,
    Affix,
    Doubled,
    Dropped,
    Swapped,
    /// Two of different kinds, and how many of them are slips of the finger.
    Two(u8),
}

impl Kind {
    /// The tricks themselves.
    pub(crate) const SINGLE: [Self; 6] = [
        Self::Characters,
        Self::Separators,
        Self::Affix,
        Self::Doubled,
        Self::Dropped,
        Self::Swapped,
    ];

    /// Two at once, by how many of them are slips of the finger.
    pub(crate) const TWO: [Self; 3] = [Self::Two(0), Self::Two(1), Self::Two(2)];

    /// The two of them at once.
    pub(super) fn and(self, other: Self) -> Self {
        Self::Two(u8::from(self.is_slip()) + u8::from(other.is_slip()))
    }

    /// Whether it is a slip of the finger, rather than made for the eye.
    fn is_slip(self) -> bool {
        matches!(self, Self::Doubled | Self::Dropped | Self::Swapped)
    }

    /// What it is called in a report.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Characters => "characters alike",
            Self::Separators => "separators",
            Self::Affix => "put before or behind",
            Self::Doubled => "doubled, or single",
            Self::Dropped => "dropped",
            Self::Swapped => "swapped",
            Self::Two(0) => "two of the first three at once",
            Self::Two(1) => "one of them, and a slip",
            Self::Two(_) => "two slips at once",
        }
    }

    /// The names that the trick makes of a name, one for each place where it can be played.
    pub(super) fn played_on(self, name: &str) -> Vec<String> {
        let chars: Vec<char> = name.chars().collect();
        match self {
            Self::Characters => characters(name),
            Self::Separators => separators(&chars),
            Self::Affix => affixes(name),
            Self::Doubled => doubled(&chars),
            Self::Dropped => dropped(&chars),
            Self::Swapped => swapped(&chars),
            Self::Two(_) => Vec::new(),
        }
    }
}

fn characters(name: &str) -> Vec<String> {
    let lower = name.to_ascii_lowercase();
    let mut made = Vec::new();
    for (from, to) in ALIKE {
        let places: Vec<usize> = lower.match_indices(from).map(|(at, _)| at).collect();
        for &at in &places {
            let (before, rest) = name.split_at(at);
            let (_, after) = rest.split_at(from.len());
            made.push(format!("{before}{to}{after}"));
        }
        if places.len() > 1 {
            made.push(lower.replace(from, to));
        }
    }
    made
}

fn separators(chars: &[char]) -> Vec<String> {
    let mut made = Vec::new();
    for separator in SEPARATORS {
        made.extend((0..=chars.len()).map(|at| with(chars, at, 0, &[separator])));
    }
    let own: Vec<usize> = (0..chars.len()).filter(|&at| SEPARATORS.contains(&chars[at])).collect();
    for &at in &own {
        made.push(with(chars, at, 1, &[]));
        made.extend(SEPARATORS.iter().map(|&separator| with(chars, at, 1, &[separator])));
    }
    if own.len() > 1 {
        made.push(chars.iter().filter(|c| !SEPARATORS.contains(c)).collect());
    }
    made
}

fn affixes(name: &str) -> Vec<String> {
    let mut made = Vec::new();
    for joint in ["", "_", "."] {
        made.extend(WORDS.iter().chain(DIGITS).map(|affix| format!("{name}{joint}{affix}")));
        made.extend(WORDS.iter().map(|affix| format!("{affix}{joint}{name}")));
    }
    made
}

fn doubled(chars: &[char]) -> Vec<String> {
    let letters = (0..chars.len()).filter(|&at| chars[at].is_alphanumeric());
    let mut made: Vec<String> =
        letters.clone().map(|at| with(chars, at, 1, &[chars[at], chars[at]])).collect();
    let pairs = letters.filter(|&at| chars.get(at + 1).is_some_and(|&next| same(next, chars[at])));
    made.extend(pairs.map(|at| with(chars, at, 1, &[])));
    made
}

fn dropped(chars: &[char]) -> Vec<String> {
    let is_single = |at: usize| {
        let twin = |other: Option<&char>| other.is_some_and(|&other| same(other, chars[at]));
        !twin(chars.get(at + 1)) && !twin(at.checked_sub(1).and_then(|at| chars.get(at)))
    };
    let letters = (0..chars.len()).filter(|&at| chars[at].is_alphanumeric() && is_single(at));
    letters.map(|at| with(chars, at, 1, &[])).filter(|name| !name.is_empty()).collect()
}

fn swapped(chars: &[char]) -> Vec<String> {
    let pairs = chars.windows(2).enumerate();
    let letters = pairs
        .filter(|(_, pair)| pair.iter().all(|c| c.is_alphanumeric()) && !same(pair[0], pair[1]));
    letters.map(|(at, pair)| with(chars, at, 2, &[pair[1], pair[0]])).collect()
}

fn same(one: char, other: char) -> bool {
    one.eq_ignore_ascii_case(&other)
}

/// The name with some of its characters replaced.
fn with(chars: &[char], at: usize, len: usize, by: &[char]) -> String {
    chars[..at].iter().chain(by).chain(&chars[at + len..]).collect()
}
