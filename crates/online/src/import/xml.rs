//! Walks through XML as it comes, with the path of the element and its text.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::ImportError;

/// The deepest nesting that is followed; that of the registers is some ten.
const MOST_LEVELS: usize = 100;
/// The longest text of one element, in bytes.
const MOST_TEXT: usize = 1 << 16;

/// What a reader of one kind of document is told.
pub(super) trait Visit {
    /// An element begins. `path` has its local names from the root on, each after a slash, its own the last.
    ///
    /// # Errors
    ///
    /// Where the document is none of this kind.
    fn start(&mut self, path: &str, attributes: &Attributes<'_>) -> Result<(), ImportError>;

    /// An element ends, which had this text directly in it.
    fn end(&mut self, path: &str, text: &str);
}

/// The attributes of an element, by local name.
pub(super) struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The value of the attribute with this local name; that of a namespace by `xmlns`, whatever its prefix is.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes().flatten();
        let found = all.find(|it| {
            let is_namespace = it.key.as_namespace_binding().is_some();
            if name == "xmlns" {
                is_namespace
            } else {
                it.key.local_name().as_ref() == name.as_bytes()
            }
        })?;
        let value = String::from_utf8_lossy(&found.value);
        Some(
            quick_xml::escape::unescape(&value)
                .map_or_else(|_| value.to_string(), |it| it.to_string()),
        )
    }

    /// All namespaces that the element declares.
    pub(super) fn namespaces(&self) -> Vec<String> {
        let all = self.0.attributes().flatten();
        let all = all.filter(|it| it.key.as_namespace_binding().is_some());
        all.map(|it| String::from_utf8_lossy(&it.value).into_owned()).collect()
    }
}

/// Where in the document the walk is.
#[derive(Default)]
struct Place {
    /// The local names of the open elements, each after a slash.
    path: String,
    /// Of each open element: the length of the path above it.
    levels: Vec<usize>,
    /// Of each open element: its text so far.
    texts: Vec<String>,
    /// Whether the root has begun.
    has_begun: bool,
    /// Whether the root has ended.
    is_over: bool,
}

impl Place {
    fn open(&mut self, element: &BytesStart<'_>) -> Result<(), ImportError> {
        if self.levels.len() >= MOST_LEVELS {
            return Err(ImportError::TooLarge);
        }
        if self.is_over {
            return Err(ImportError::Malformed("a second root element".to_owned()));
        }
        self.has_begun = true;
        self.levels.push(self.path.len());
        self.texts.push(String::new());
        let name = element.local_name();
        self.path.push('/');
        self.path.push_str(&String::from_utf8_lossy(name.as_ref()));
        Ok(())
    }

    fn close(&mut self, visitor: &mut impl Visit) {
        let text = self.texts.pop().unwrap_or_default();
        visitor.end(&self.path, &text);
        self.path.truncate(self.levels.pop().unwrap_or(0));
        self.is_over = self.levels.is_empty();
    }

    fn say(&mut self, text: &str) -> Result<(), ImportError> {
        let Some(own) = self.texts.last_mut() else { return Ok(()) };
        if own.len() + text.len() > MOST_TEXT {
            return Err(ImportError::TooLarge);
        }
        own.push_str(text);
        Ok(())
    }
}

/// Walks through a document to its end.
///
/// # Errors
///
/// Where it is no well-formed XML, declares a document type, breaks off, or the visitor refuses it.
pub(super) fn walk(input: impl BufRead, visitor: &mut impl Visit) -> Result<(), ImportError> {
    let mut reader = Reader::from_reader(input);
    let mut buffer = Vec::new();
    let mut place = Place::default();
    loop {
        match reader.read_event_into(&mut buffer).map_err(fault)? {
            Event::Start(element) => {
                place.open(&element)?;
                visitor.start(&place.path, &Attributes(&element))?;
            }
            Event::Empty(element) => {
                place.open(&element)?;
                visitor.start(&place.path, &Attributes(&element))?;
                place.close(visitor);
            }
            Event::End(_) => place.close(visitor),
            Event::Text(text) => place.say(&String::from_utf8_lossy(&text))?,
            Event::CData(text) => place.say(&String::from_utf8_lossy(&text))?,
            Event::GeneralRef(reference) => place.say(&referred(&reference)?)?,
            Event::DocType(_) => return Err(ImportError::DocumentType),
            Event::Eof => break,
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
        }
        buffer.clear();
    }
    match (place.is_over, place.has_begun) {
        (true, _) => Ok(()),
        (false, true) => Err(ImportError::Cut),
        (false, false) if reader.buffer_position() == 0 => Err(ImportError::Empty),
        (false, false) => Err(ImportError::Malformed("no XML".to_owned())),
    }
}

/// What a reference such as `&amp;` or `&#233;` stands for. Without a document type there are no others.
fn referred(reference: &BytesRef<'_>) -> Result<String, ImportError> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Ok(c.to_string());
    }
    let name = String::from_utf8_lossy(reference).into_owned();
    let known = quick_xml::escape::resolve_predefined_entity(&name);
    known.map(str::to_owned).ok_or_else(|| ImportError::Malformed("an unknown entity".to_owned()))
}

fn fault(error: quick_xml::Error) -> ImportError {
    match error {
        quick_xml::Error::Io(error) => {
            let kind = error.kind();
            ImportError::Unreadable(kind.into())
        }
        quick_xml::Error::Syntax(_) => ImportError::Cut,
        other => ImportError::Malformed(super::text::clean(&other.to_string()).unwrap_or_default()),
    }
}
