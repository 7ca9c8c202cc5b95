//! What the control sequences of keys and the mouse say.
//!
//! Sources: xterm's "Control Sequences" (keys, SGR mouse), and the keyboard protocol of kitty (`CSI … u`).

use crossterm::event::{
    KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::decoder::Heard;

/// The key behind `ESC O`.
pub(super) fn single(byte: u8) -> Option<KeyCode> {
    match byte {
        b'P'..=b'S' => Some(KeyCode::F(byte - b'P' + 1)),
        b'M' => Some(KeyCode::Enter),
        _ => moving(byte),
    }
}

fn moving(byte: u8) -> Option<KeyCode> {
    Some(match byte {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        _ => return None,
    })
}

/// What `ESC [`, the parameters and the last byte say; nothing where that is no key, such as an answer
/// of the terminal.
pub(super) fn control(parameters: &[u8], last: u8) -> Option<Heard> {
    let parameters = std::str::from_utf8(parameters).ok()?;
    if let Some(mouse) = parameters.strip_prefix('<') {
        return sgr_mouse(mouse, last).map(Heard::Mouse);
    }
    let mut fields = parameters.split(';');
    let first = fields.next().unwrap_or_default();
    let (modifiers, kind) = modifiers(fields.next().unwrap_or("1"))?;
    let code = match last {
        b'Z' => KeyCode::BackTab,
        b'~' if first == "201" => return Some(Heard::PasteEnd),
        b'~' => numbered(first.parse().ok()?)?,
        b'u' => return coded(first, modifiers, kind),
        // `R` with parameters is where the cursor is; F3 with Shift looks the same, and means nothing here.
        b'P' | b'Q' | b'S' if is_one(first) => KeyCode::F(last - b'P' + 1),
        _ if is_one(first) => moving(last)?,
        _ => return None,
    };
    let modifiers = if last == b'Z' { KeyModifiers::SHIFT } else { modifiers };
    pressed(code, modifiers, kind)
}

fn is_one(parameter: &str) -> bool {
    matches!(parameter, "" | "1")
}

fn pressed(code: KeyCode, modifiers: KeyModifiers, kind: KeyEventKind) -> Option<Heard> {
    let is_down = kind != KeyEventKind::Release;
    is_down.then(|| Heard::Key(KeyEvent::new_with_kind(code, modifiers, kind)))
}

/// The modifiers, and whether the key went down or up: `5`, or `5:3`.
fn modifiers(field: &str) -> Option<(KeyModifiers, KeyEventKind)> {
    let mut parts = field.split(':');
    let bits =
        parts.next().filter(|it| !it.is_empty()).map_or(Some(1), |it| it.parse::<u8>().ok())?;
    let bits = bits.saturating_sub(1);
    let all = [
        KeyModifiers::SHIFT,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL,
        KeyModifiers::SUPER,
        KeyModifiers::HYPER,
        KeyModifiers::META,
    ];
    let held = all.into_iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
    let kind = match parts.next() {
        Some("2") => KeyEventKind::Repeat,
        Some("3") => KeyEventKind::Release,
        _ => KeyEventKind::Press,
    };
    Some((held.fold(KeyModifiers::NONE, |all, (_, one)| all | one), kind))
}

fn numbered(number: u8) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23..=26 => KeyCode::F(number - 12),
        _ => return None,
    })
}

/// A key as a code point, with its shifted form where that is told.
fn coded(field: &str, modifiers: KeyModifiers, kind: KeyEventKind) -> Option<Heard> {
    let mut points = field.split(':').map(str::parse::<u32>);
    let point = points.next()?.ok()?;
    let shifted = points.next().and_then(Result::ok).and_then(char::from_u32);
    let code = match point {
        27 => KeyCode::Esc,
        13 | 57414 => KeyCode::Enter,
        9 if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        9 => KeyCode::Tab,
        8 | 127 => KeyCode::Backspace,
        // The keypad.
        57399..=57408 => KeyCode::Char(char::from_digit(point - 57399, 10)?),
        57417 => KeyCode::Left,
        57418 => KeyCode::Right,
        57419 => KeyCode::Up,
        57420 => KeyCode::Down,
        57421 => KeyCode::PageUp,
        57422 => KeyCode::PageDown,
        57423 => KeyCode::Home,
        57424 => KeyCode::End,
        57426 => KeyCode::Delete,
        // Keys without a character.
        0..32 | 57344..=63743 => return None,
        _ => {
            let plain = char::from_u32(point)?;
            let is_shifted = modifiers.contains(KeyModifiers::SHIFT);
            KeyCode::Char(shifted.filter(|_| is_shifted).unwrap_or(plain))
        }
    };
    pressed(code, modifiers, kind)
}

/// `ESC [ < button ; column ; row`, and `M` for down or `m` for up.
fn sgr_mouse(parameters: &str, last: u8) -> Option<MouseEvent> {
    let mut fields = parameters.split(';').map(str::parse::<u16>);
    let mut next = || fields.next().and_then(Result::ok);
    let (button, column, row) = (next()?, next()?, next()?);
    let button = u8::try_from(button).ok().filter(|_| last == b'M')?;
    mouse(button, column, row)
}

/// Three bytes, of which each is 32 more than what it says.
pub(super) fn old_mouse([button, column, row]: [u8; 3]) -> Option<MouseEvent> {
    let cell = |byte: u8| u16::from(byte.saturating_sub(32));
    mouse(button.checked_sub(32)?, cell(column), cell(row))
}

/// What the mouse did, where it is something that the program knows.
fn mouse(button: u8, column: u16, row: u16) -> Option<MouseEvent> {
    // Shift, Alt and Ctrl don't matter.
    let kind = match button & !0b1_1100 {
        0 => MouseEventKind::Down(MouseButton::Left),
        64 => MouseEventKind::ScrollUp,
        65 => MouseEventKind::ScrollDown,
        _ => return None,
    };
    let (column, row) = (column.saturating_sub(1), row.saturating_sub(1));
    Some(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}
