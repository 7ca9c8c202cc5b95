//! The file by which a publisher says what is its own: `trust.txt`.
//!
//! After the specification of `JournalList`, <https://journallist.net/>.

use officieel_directory::platform::host_of_address;

/// The lines that are read; a file has a few.
const MAX_LINES: usize = 10_000;

/// What a `trust.txt` says.
///
/// ```
/// use officieel_online::verify::trust_txt::{Attribute, TrustTxt};
///
/// let file = TrustTxt::parse(b"# ours\nsocial=https://x.com/dienst\nbelongto=https://ministerie.example/\n").unwrap();
/// assert_eq!(file.values(Attribute::Social).collect::<Vec<_>>(), ["https://x.com/dienst"]);
/// assert!(file.names(Attribute::BelongTo, "www.ministerie.example"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TrustTxt {
    lines: Vec<(Attribute, String)>,
}

/// What a line says of the site that its value names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attribute {
    /// It is a member of this body.
    Member,
    /// This body belongs to it.
    BelongTo,
    /// This body controls it.
    Control,
    /// It controls this body.
    ControlledBy,
    /// It is an account of this body.
    Social,
}

impl Attribute {
    /// What the other side must say for the line to count, where another side can.
    pub fn counterpart(self) -> Option<Self> {
        match self {
            Self::Member => Some(Self::BelongTo),
            Self::BelongTo => Some(Self::Member),
            Self::Control => Some(Self::ControlledBy),
            Self::ControlledBy => Some(Self::Control),
            Self::Social => None,
        }
    }

    fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "member" => Some(Self::Member),
            "belongto" => Some(Self::BelongTo),
            "control" => Some(Self::Control),
            "controlledby" => Some(Self::ControlledBy),
            "social" => Some(Self::Social),
            _ => None,
        }
    }
}

impl TrustTxt {
    /// Reads a file. Lines that say nothing of what is known here are passed over; `None` where it isn't this kind of
    /// file at all, but a page of HTML that a server answers everything with.
    pub fn parse(file: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(file);
        let text = text.trim_start_matches('\u{FEFF}').trim_start();
        if text.starts_with('<') {
            return None;
        }
        let line = |line: &str| {
            let (name, value) = line.split_once('=')?;
            let attribute = Attribute::named(name.trim())?;
            // Comments stand behind values as well, set off by a space: `#` by itself is part of an address.
            let value = value.split([' ', '\t']).find(|word| !word.is_empty())?;
            let value = Some(value).filter(|value| !value.starts_with('#'))?;
            Some((attribute, value.to_owned()))
        };
        Some(Self { lines: text.lines().take(MAX_LINES).filter_map(line).collect() })
    }

    /// The values of an attribute, in the order of the file.
    pub fn values(&self, attribute: Attribute) -> impl Iterator<Item = &str> {
        self.lines.iter().filter(move |(own, _)| *own == attribute).map(|(_, value)| value.as_str())
    }

    /// Whether a line of the attribute names the site of a host, with or without its `www.`.
    pub fn names(&self, attribute: Attribute, host: &str) -> bool {
        let bare = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_owned();
        let wanted = bare(host);
        self.values(attribute).filter_map(host_of_address).any(|own| bare(&own) == wanted)
    }

    /// The sites that the two files say the same of, each from its side: of this file's host and the other's.
    pub fn agrees(&self, own_host: &str, other: &Self, other_host: &str) -> Vec<Attribute> {
        let all =
            [Attribute::Member, Attribute::BelongTo, Attribute::Control, Attribute::ControlledBy];
        let holds = |attribute: &Attribute| {
            let back = attribute.counterpart();
            self.names(*attribute, other_host)
                && back.is_some_and(|back| other.names(back, own_host))
        };
        all.into_iter().filter(holds).collect()
    }
}
