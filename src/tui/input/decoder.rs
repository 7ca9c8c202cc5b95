//! From the bytes that a terminal sends to keys, pastes and the mouse.
//!
//! The program reads them itself, because crossterm's reader (0.29) waits for the end of a paste for
//! ever, takes an escape sequence that is split over two reads for the keys that it is made of, and types
//! the answers of a terminal (`ESC ] 11 ; …`) as text. This one knows the grammar of control functions
//! (ECMA-48, 5.4 and 5.6) and drops whatever is none of a key, wherever a read ends.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent};
use memchr::memchr;

use super::sequence;
use crate::tui::theme::palette::Rgb;

/// How long nothing comes where a person presses one key after another. Keys that come closer upon each
/// other come from a machine: a paste, a script, or the terminal itself.
pub const QUIET: Duration = Duration::from_millis(25);

/// How long the rest of a sequence or a paste may take to come. A connection may stand still for a
/// while, and then half an answer would be typed.
pub const GIVE_UP: Duration = Duration::from_millis(500);

/// The most bytes of a paste that are kept: far more than is ever judged.
pub const LONGEST_PASTE: usize = 256 << 10;

/// The most bytes of an answer of the terminal that are passed over.
const LONGEST_ANSWER: usize = 64 << 10;

/// The most bytes of a control sequence that mean anything.
const LONGEST_SEQUENCE: usize = 64;

const ESCAPE: u8 = 0x1b;
const INTERRUPT: u8 = 0x03;
const PASTE_END: &[u8] = b"\x1b[201~";

/// Something that the terminal sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A key.
    Key(KeyEvent),
    /// The mouse.
    Mouse(MouseEvent),
    /// A text that was pasted in one go.
    Paste(String),
    /// The end of a paste that was given up, or never began.
    PasteEnd,
}

/// What came before the next byte, as far as that matters for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing.
    Ground,
    /// A part of a character.
    Character,
    /// `ESC`.
    Escape,
    /// `ESC [`, and what the buffer holds of the sequence.
    Control,
    /// `ESC O`.
    Single,
    /// `ESC [ M`, behind which three bytes say what the mouse did.
    Mouse,
    /// `ESC ]`, `ESC P` or `ESC _`, which begin an answer where this byte is one of an answer.
    Introduced(u8),
    /// An answer, so many bytes long.
    Answer(usize),
    /// `ESC` in an answer, which ends it if `\` follows.
    AnswerEscape,
    /// A paste, and so many bytes of the mark of its end.
    Paste(usize),
}

/// Reads bytes, in whatever pieces they come.
#[derive(Debug)]
pub struct Decoder {
    state: State,
    /// Whether `ESC` stands before the character: Alt was held.
    alt: bool,
    buffer: Vec<u8>,
    /// Whether the last byte of a paste was that of Ctrl-C.
    has_interrupt: bool,
    /// The background that the terminal says it has.
    background: Option<Rgb>,
}

impl Default for Decoder {
    fn default() -> Self {
        Self {
            state: State::Ground,
            alt: false,
            buffer: Vec::new(),
            has_interrupt: false,
            background: None,
        }
    }
}

impl Decoder {
    /// Reads on; what is complete goes to `heard`.
    pub fn read(&mut self, bytes: &[u8], heard: &mut Vec<Heard>) {
        let mut rest = bytes;
        while let Some((byte, tail)) = rest.split_first() {
            if self.state == State::Paste(0) {
                // A long text is taken in at once.
                let plain = memchr(ESCAPE, rest).unwrap_or(rest.len());
                let (text, behind) = rest.split_at(plain);
                self.keep(text);
                rest = behind;
                if plain > 0 {
                    continue;
                }
            }
            self.byte(*byte, heard);
            rest = tail;
        }
    }

    /// How long to wait for the next byte, where something is incomplete.
    pub fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Escape => Some(QUIET),
            State::Paste(_) if self.has_interrupt => Some(QUIET),
            _ => Some(GIVE_UP),
        }
    }

    /// Nothing came for this long: `ESC` alone is a key, and all else that is incomplete is given up. A paste
    /// without an end was one all the same; Ctrl-C that ends it was pressed.
    pub fn wait(&mut self, waited: Duration) -> Option<Heard> {
        if self.patience().is_none_or(|patience| waited < patience) {
            return None;
        }
        let was = std::mem::replace(&mut self.state, State::Ground);
        let buffer = std::mem::take(&mut self.buffer);
        self.alt = false;
        match was {
            State::Escape => Some(key(KeyCode::Esc, KeyModifiers::NONE)),
            State::Paste(_) if std::mem::take(&mut self.has_interrupt) => {
                Some(key(KeyCode::Char('c'), KeyModifiers::CONTROL))
            }
            State::Paste(_) => Some(pasted(&buffer)),
            _ => None,
        }
    }

    /// The background that the terminal said it has, once after each time that it said so.
    pub fn take_background(&mut self) -> Option<Rgb> {
        self.background.take()
    }

    /// Takes in a whole answer.
    fn answered(&mut self) {
        let answer = std::mem::take(&mut self.buffer);
        let text = str::from_utf8(&answer).ok();
        let colour = text.and_then(|it| Rgb::read_answer(it.strip_prefix("11;")?));
        self.background = colour.or(self.background);
    }

    fn byte(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        match self.state {
            State::Ground => self.begin(byte, heard),
            State::Character => self.in_character(byte, heard),
            State::Escape => self.behind_escape(byte, heard),
            State::Control => self.in_control(byte, heard),
            State::Single => {
                self.state = State::Ground;
                match sequence::single(byte) {
                    Some(code) => heard.push(key(code, KeyModifiers::NONE)),
                    // What no sequence can hold begins something else.
                    None if byte < b' ' => self.begin(byte, heard),
                    None => {}
                }
            }
            State::Mouse => {
                self.buffer.push(byte);
                if let [button, column, row] = *self.buffer.as_slice() {
                    self.state = State::Ground;
                    heard.extend(sequence::old_mouse([button, column, row]).map(Heard::Mouse));
                }
            }
            State::Introduced(introducer) => {
                let is_answer = match introducer {
                    b']' => byte.is_ascii_digit(),
                    b'P' => matches!(byte, b'!'..=b'?'),
                    _ => byte == b'G',
                };
                // Otherwise it was Alt with that character, which no key of the program is.
                self.state = if is_answer { State::Answer(1) } else { State::Ground };
                if is_answer {
                    self.buffer.push(byte);
                } else {
                    self.begin(byte, heard);
                }
            }
            State::Answer(length) => self.in_answer(byte, length, heard),
            State::AnswerEscape => {
                self.state = State::Escape;
                if byte == b'\\' {
                    self.state = State::Ground;
                    self.answered();
                } else {
                    self.behind_escape(byte, heard);
                }
            }
            State::Paste(matched) => self.in_paste(byte, matched, heard),
        }
    }

    fn begin(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        let alt = if self.alt { KeyModifiers::ALT } else { KeyModifiers::NONE };
        match byte {
            ESCAPE => self.state = State::Escape,
            0xc2..=0xf4 => {
                self.buffer.clear();
                self.buffer.push(byte);
                self.state = State::Character;
                return;
            }
            // No character begins so.
            0x80.. => {}
            _ => {
                let (code, modifiers) = plain(byte);
                heard.push(key(code, modifiers | alt));
            }
        }
        self.alt = false;
    }

    fn in_character(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        if !(0x80..0xc0).contains(&byte) {
            self.state = State::Ground;
            self.alt = false;
            self.begin(byte, heard);
            return;
        }
        self.buffer.push(byte);
        let length = match self.buffer.first() {
            Some(0xf0..) => 4,
            Some(0xe0..) => 3,
            _ => 2,
        };
        if self.buffer.len() < length {
            return;
        }
        self.state = State::Ground;
        let alt = if self.alt { KeyModifiers::ALT } else { KeyModifiers::NONE };
        self.alt = false;
        let character = std::str::from_utf8(&self.buffer).ok().and_then(|it| it.chars().next());
        heard.extend(character.map(|c| key(KeyCode::Char(c), alt | shift(c))));
    }

    fn behind_escape(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        self.buffer.clear();
        match byte {
            b'[' => self.state = State::Control,
            b'O' => self.state = State::Single,
            b']' | b'P' | b'_' => self.state = State::Introduced(byte),
            ESCAPE => heard.push(key(KeyCode::Esc, KeyModifiers::NONE)),
            _ => {
                self.state = State::Ground;
                self.alt = true;
                self.begin(byte, heard);
            }
        }
    }

    fn in_control(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        match (byte, self.buffer.as_slice()) {
            // The console of Linux has function keys with a second bracket.
            (b'A'..=b'E', b"[") => {
                self.state = State::Ground;
                heard.push(key(KeyCode::F(byte - b'A' + 1), KeyModifiers::NONE));
            }
            (b'[', b"") | (b' '..=b'?', _) => {
                if self.buffer.len() < LONGEST_SEQUENCE {
                    self.buffer.push(byte);
                }
            }
            (b'M', b"") => self.state = State::Mouse,
            (b'~', b"200") => {
                self.buffer.clear();
                self.has_interrupt = false;
                self.state = State::Paste(0);
            }
            (b'@'..=b'~', parameters) => {
                self.state = State::Ground;
                heard.extend(sequence::control(parameters, byte));
            }
            // What no sequence can hold begins something else.
            _ => {
                self.state = State::Ground;
                self.begin(byte, heard);
            }
        }
    }

    fn in_answer(&mut self, byte: u8, length: usize, heard: &mut Vec<Heard>) {
        match byte {
            ESCAPE => self.state = State::AnswerEscape,
            0x07 => {
                self.state = State::Ground;
                self.answered();
            }
            0x00..0x20 | 0x7f => {
                self.state = State::Ground;
                self.begin(byte, heard);
            }
            _ if length < LONGEST_ANSWER => {
                self.state = State::Answer(length + 1);
                if self.buffer.len() < LONGEST_SEQUENCE {
                    self.buffer.push(byte);
                }
            }
            _ => self.state = State::Ground,
        }
    }

    fn in_paste(&mut self, byte: u8, matched: usize, heard: &mut Vec<Heard>) {
        if PASTE_END.get(matched) == Some(&byte) {
            self.has_interrupt = false;
            self.state = State::Paste(matched + 1);
            if matched + 1 == PASTE_END.len() {
                self.state = State::Ground;
                heard.push(pasted(&std::mem::take(&mut self.buffer)));
            }
            return;
        }
        self.keep(PASTE_END.get(..matched).unwrap_or_default());
        self.state = State::Paste(usize::from(byte == ESCAPE));
        if byte != ESCAPE {
            self.keep(&[byte]);
        }
    }

    /// Keeps a part of a paste, as far as there is room.
    fn keep(&mut self, text: &[u8]) {
        if let Some(last) = text.last() {
            self.has_interrupt = *last == INTERRUPT;
        }
        let room = LONGEST_PASTE.saturating_sub(self.buffer.len()).min(text.len());
        self.buffer.extend_from_slice(text.get(..room).unwrap_or_default());
    }
}

fn pasted(bytes: &[u8]) -> Heard {
    Heard::Paste(String::from_utf8_lossy(bytes).into_owned())
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Heard {
    Heard::Key(KeyEvent::new(code, modifiers))
}

fn shift(c: char) -> KeyModifiers {
    if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE }
}

/// The key that a byte below 0x80 stands for.
fn plain(byte: u8) -> (KeyCode, KeyModifiers) {
    let control = |letter: u8| (KeyCode::Char(char::from(letter)), KeyModifiers::CONTROL);
    match byte {
        b'\r' => (KeyCode::Enter, KeyModifiers::NONE),
        b'\t' => (KeyCode::Tab, KeyModifiers::NONE),
        0x7f => (KeyCode::Backspace, KeyModifiers::NONE),
        0 => control(b' '),
        0x01..=0x1a => control(byte - 1 + b'a'),
        0x1b..0x20 => control(byte - 0x1c + b'4'),
        _ => (KeyCode::Char(char::from(byte)), shift(char::from(byte))),
    }
}

impl Heard {
    /// What an event is that crossterm read, where this program can't read itself.
    pub fn from_event(event: Event) -> Option<Self> {
        match event {
            Event::Key(key) if key.kind == KeyEventKind::Release => None,
            Event::Key(key) => Some(Self::Key(key)),
            Event::Mouse(mouse) => Some(Self::Mouse(mouse)),
            Event::Paste(text) => Some(Self::Paste(text)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
