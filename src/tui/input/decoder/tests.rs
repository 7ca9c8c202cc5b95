//! What bytes mean, wherever a read ends.

use proptest::prelude::*;

use super::*;

const PRESSED: KeyModifiers = KeyModifiers::NONE;

fn read(pieces: &[&[u8]]) -> Vec<Heard> {
    let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
    for piece in pieces {
        decoder.read(piece, &mut heard);
    }
    heard
}

/// As it is shown: `a`, `Enter`, `Control-c`, `paste:…`.
fn shown(heard: &[Heard]) -> String {
    let one = |heard: &Heard| match heard {
        Heard::Key(key) => {
            let code = match key.code {
                KeyCode::Char(c) => c.to_string(),
                other => format!("{other:?}"),
            };
            if key.modifiers - KeyModifiers::SHIFT == PRESSED {
                code
            } else {
                let held: Vec<&str> = (key.modifiers - KeyModifiers::SHIFT)
                    .iter_names()
                    .map(|(name, _)| name)
                    .collect();
                format!("{}-{code}", held.join("-"))
            }
        }
        Heard::Mouse(mouse) => format!("{:?}:{},{}", mouse.kind, mouse.column, mouse.row),
        Heard::Paste(text) => format!("paste:{text}"),
        Heard::PasteEnd => "end".to_owned(),
    };
    heard.iter().map(one).collect::<Vec<_>>().join(" ")
}

const KNOWN: &[(&[u8], &str)] = &[
    (b"a\rB\t\x7f", "a Enter B Tab Backspace"),
    (b"\x03\x1a\x00\n\x1c", "CONTROL-c CONTROL-z CONTROL-  CONTROL-j CONTROL-4"),
    ("é€𝒳".as_bytes(), "é € 𝒳"),
    (b"\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F", "Up Down Right Left Home End"),
    (b"\x1bOA\x1bOH\x1bOP\x1bOS", "Up Home F(1) F(4)"),
    (b"\x1b[3~\x1b[5~\x1b[6~\x1b[1~\x1b[4~", "Delete PageUp PageDown Home End"),
    (b"\x1b[11~\x1b[13~\x1b[15~\x1b[17~\x1b[24~", "F(1) F(3) F(5) F(6) F(12)"),
    (b"\x1b[[A\x1b[[C\x1b[P\x1b[1;1Q", "F(1) F(3) F(1) F(2)"),
    (b"\x1b[1;5H\x1b[1;5F\x1b[3;5~\x1b[Z", "CONTROL-Home CONTROL-End CONTROL-Delete BackTab"),
    (b"\x1bx\x1b\x7f\x1b\r", "ALT-x ALT-Backspace ALT-Enter"),
    ("\u{1b}é".as_bytes(), "ALT-é"),
    (b"\x1b[97u\x1b[97;1:2u\x1b[97;1:3u", "a a"),
    (b"\x1b[99;5u\x1b[27u\x1b[13u\x1b[97:65;2u\x1b[57441u", "CONTROL-c Esc Enter A"),
    (b"\x1b[<0;5;6M\x1b[<0;5;6m\x1b[<65;1;1M\x1b[<35;1;1M", "Down(Left):4,5 ScrollDown:0,0"),
    (b"\x1b[M \x25\x26x", "Down(Left):4,5 x"),
    (b"\x1b[200~a\r\x03\x1b[A\x1b[201~b", "paste:a\r\u{3}\u{1b}[A b"),
    (b"\x1b[200~\x1b[201\x1b[201~", "paste:\u{1b}[201"),
    (b"\x1b[201~a", "end a"),
    // Bytes that begin no character, and characters that are broken off.
    (b"a\xff\x80b\xc3c\xe2\x82d\xc0\xafe", "a b c d e"),
    (b"\x1b[12\x03\x1b[\ra", "CONTROL-c Enter a"),
];

#[test]
fn bytes_are_keys() {
    for (bytes, expected) in KNOWN {
        assert_eq!(shown(&read(&[bytes])), *expected, "{}", bytes.escape_ascii());
    }
}

#[test]
fn the_end_of_a_read_is_no_end() {
    for (bytes, expected) in KNOWN {
        for at in 0..=bytes.len() {
            let (left, right) = bytes.split_at(at);
            assert_eq!(shown(&read(&[left, right])), *expected, "{} at {at}", bytes.escape_ascii());
        }
        let singly: Vec<&[u8]> = bytes.chunks(1).collect();
        assert_eq!(shown(&read(&singly)), *expected, "{}", bytes.escape_ascii());
    }
}

/// What terminals answer to questions that others asked: colours, attributes, the cursor, sizes, modes,
/// names, settings, the keyboard, pictures, and the clipboard.
const ANSWERS: &[&[u8]] = &[
    b"\x1b]11;rgb:ffff/ffff/ffff\x07",
    b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]10;rgba:0000/0000/0000/ffff\x07",
    b"\x1b]4;1;rgb:cd00/0000/0000\x1b\\",
    b"\x1b]52;c;cG9saXRpZQ==\x07",
    b"\x1b[?62;22;52c",
    b"\x1b[>41;354;0c",
    b"\x1b[?1;2c",
    b"\x1b[24;80R",
    b"\x1b[1;1R",
    b"\x1b[1;5R",
    b"\x1b[?24;80;1R",
    b"\x1b[0n",
    b"\x1b[?2026;2$y",
    b"\x1b[8;24;80t",
    b"\x1b[4;600;800t",
    b"\x1b[?1u",
    b"\x1b[I\x1b[O",
    b"\x1bP>|XTerm(370)\x1b\\",
    b"\x1bP1+r544e=787465726d\x1b\\",
    b"\x1bP0+r\x1b\\",
    b"\x1bP1$r0m\x1b\\",
    b"\x1bP!|00000000\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
];

#[test]
fn an_answer_of_the_terminal_is_never_typed() {
    for answer in ANSWERS {
        let all = [b"kn", *answer, b"mi"].concat();
        for at in 3..all.len() {
            let (left, right) = all.split_at(at);
            assert_eq!(shown(&read(&[left, right])), "k n m i", "{} at {at}", all.escape_ascii());
        }
    }
}

#[test]
fn an_answer_that_stands_still_for_a_while_is_no_text() {
    let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
    decoder.read(b"\x1b]11;rgb:ff", &mut heard);
    assert_eq!(decoder.wait(GIVE_UP / 2), None);
    decoder.read(b"ff/ffff/ffff\x07x", &mut heard);
    assert_eq!(shown(&heard), "x");
}

#[test]
fn an_answer_without_an_end_keeps_nobody_from_typing() {
    for begun in
        [&b"\x1b]11;rgb:ffff"[..], b"\x1bP1+r", b"\x1b[12;", b"\x1bO", b"\xe2\x82", b"\x1b[M "]
    {
        let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
        decoder.read(begun, &mut heard);
        assert_eq!(decoder.patience(), Some(GIVE_UP), "{}", begun.escape_ascii());
        assert_eq!(decoder.wait(GIVE_UP), None);
        decoder.read(b"knmi", &mut heard);
        assert_eq!(shown(&heard), "k n m i", "{}", begun.escape_ascii());
    }
    // Enter and Ctrl-C end it at once.
    assert_eq!(shown(&read(&[b"\x1b]11;rgb:ffff\rknmi"])), "Enter k n m i");
    assert_eq!(shown(&read(&[b"\x1bP1+r\x03"])), "CONTROL-c");
    let long = [b"\x1b]52;c;".to_vec(), vec![b'A'; 2 * LONGEST_ANSWER]].concat();
    assert!(read(&[&long]).len() > LONGEST_ANSWER / 2, "an answer is only so long");
}

#[test]
fn what_looks_like_the_beginning_of_an_answer_may_be_a_key() {
    assert_eq!(shown(&read(&[b"\x1b]politie"])), "p o l i t i e");
    assert_eq!(shown(&read(&[b"\x1bPolitie"])), "o l i t i e");
    assert_eq!(shown(&read(&[b"\x1b_x"])), "x");
}

#[test]
fn escape_is_a_key_where_nothing_follows() {
    let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
    decoder.read(b"\x1b", &mut heard);
    assert_eq!(decoder.patience(), Some(QUIET));
    assert_eq!(decoder.wait(QUIET / 2), None);
    assert_eq!(shown(&[decoder.wait(QUIET).unwrap()]), "Esc");
    assert_eq!(decoder.patience(), None);
    decoder.read(b"j", &mut heard);
    assert_eq!(shown(&heard), "j");
}

#[test]
fn a_paste_without_an_end_ends() {
    let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
    decoder.read(b"\x1b[200~Volg\rx.com/POL_Ede\r\x1b[20", &mut heard);
    assert!(heard.is_empty());
    assert_eq!(decoder.wait(GIVE_UP / 2), None);
    let ended = decoder.wait(GIVE_UP).unwrap();
    assert_eq!(shown(&[ended]), "paste:Volg\rx.com/POL_Ede\r");
    decoder.read(b"a\x1b[201~", &mut heard);
    assert_eq!(shown(&heard), "a end");
}

#[test]
fn control_c_is_heard_in_a_paste_without_an_end() {
    let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
    decoder.read(b"\x1b[200~Volg\x03", &mut heard);
    assert_eq!(decoder.patience(), Some(QUIET));
    assert_eq!(shown(&[decoder.wait(QUIET).unwrap()]), "CONTROL-c");
    // Where more follows it was a part of the text.
    let mut decoder = Decoder::default();
    decoder.read(b"\x1b[200~Volg\x03x", &mut heard);
    assert_eq!(decoder.wait(QUIET), None);
}

#[test]
fn only_so_much_of_a_paste_is_kept() {
    let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
    decoder.read(b"\x1b[200~", &mut heard);
    for _ in 0..LONGEST_PASTE / 1024 * 4 {
        decoder.read(&[b'a'; 1024], &mut heard);
        assert!(decoder.buffer.len() <= LONGEST_PASTE);
    }
    decoder.read(b"\x1b[201~", &mut heard);
    assert!(matches!(heard.as_slice(), [Heard::Paste(text)] if text.len() == LONGEST_PASTE));
}

proptest! {
    #[test]
    fn any_bytes_mean_the_same_in_any_pieces(
        bytes in proptest::collection::vec(
            prop_oneof![
                any::<u8>().prop_map(|byte| vec![byte]),
                proptest::sample::select(vec![
                    b"\x1b".to_vec(), b"\x1b[".to_vec(), b"\x1b[200~".to_vec(), b"\x1b[201~".to_vec(),
                    b"\x1b]1".to_vec(), b"\x1bP1".to_vec(), b"\x07".to_vec(), b"\x1b[<0;".to_vec(),
                    b"\x1b[M".to_vec(), b"12;3".to_vec(), b"u".to_vec(), b"~".to_vec(),
                ]),
            ],
            0..60,
        ),
        size in 1_usize..9,
    ) {
        let all = bytes.concat();
        let pieces: Vec<&[u8]> = all.chunks(size).collect();
        prop_assert_eq!(read(&pieces), read(&[&all]));
    }
}

#[test]
fn the_background_is_heard_wherever_a_read_ends() {
    use crate::tui::theme::palette::Rgb;
    for (answer, expected) in [
        (&b"\x1b]11;rgb:ffff/0000/8080\x07"[..], Some(Rgb(255, 0, 128))),
        (b"\x1b]11;rgb:ff/00/80\x1b\\", Some(Rgb(255, 0, 128))),
        (b"\x1b]10;rgb:ff/00/80\x1b\\", None),
        (b"\x1b]11;?\x1b\\", None),
        (b"\x1bP11;rgb:ff/00\x1b\\", None),
        (b"\x1b]11;rgb:ff/00/80", None),
        (b"\x1b]11;rgb:ff/00/80\x03", None),
    ] {
        for cut in 2..answer.len() {
            let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
            let (left, right) = answer.split_at(cut);
            decoder.read(left, &mut heard);
            decoder.read(right, &mut heard);
            let shown = shown(&heard);
            assert!(shown.is_empty() || shown == "CONTROL-c", "{shown}");
            assert_eq!(decoder.take_background(), expected, "{answer:?} cut at {cut}");
            assert_eq!(decoder.take_background(), None);
        }
    }
    let (mut decoder, mut heard) = (Decoder::default(), Vec::new());
    let long = [b"\x1b]11;rgb:ff/00/80/".as_slice(), &[b'f'; 5000], b"\x07"].concat();
    decoder.read(&long, &mut heard);
    assert_eq!((shown(&heard).as_str(), decoder.take_background().is_some()), ("", true));
}
