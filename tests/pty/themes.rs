//! The theme follows the background that the terminal says it has, where it says so, and never waits for that.

use vt100::Color;

use crate::program::Program;

const QUESTION: &[u8] = b"\x1b]11;?";
const TITLE: &str = "Welk account van de overheid";
const ALL: (&str, &str) = ("COLORTERM", "truecolor");

fn size(screen: &vt100::Screen) -> (u16, u16) {
    let (rows, cols) = screen.size();
    (rows.get(), cols.get())
}

/// The colours of the first cell of a text on the screen, and of what it stands on.
fn colours(screen: &vt100::Screen, text: &str) -> Option<(Color, Color)> {
    let (rows, cols) = size(screen);
    let row = (0..rows)
        .find(|row| screen.rows(0, cols).nth((*row).into()).is_some_and(|it| it.contains(text)))?;
    let line = screen.rows(0, cols).nth(row.into())?;
    let column = line.split(text).next()?.chars().count();
    let cell = screen.cell(row, column.try_into().ok()?)?;
    Some((cell.fgcolor(), cell.bgcolor()))
}

fn light(colour: Color) -> Option<u32> {
    match colour {
        Color::Rgb(red, green, blue) => Some(u32::from(red) + u32::from(green) + u32::from(blue)),
        _ => None,
    }
}

#[test]
fn a_terminal_is_asked_and_its_answer_decides() {
    for (answer, is_light) in
        [(&b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\"[..], true), (b"\x1b]11;rgb:10/10/18\x07", false)]
    {
        let mut program = Program::start(24, 80, &[], &[ALL]);
        program.until_shown("7/7");
        assert_eq!(program.count(QUESTION), 1, "{is_light}");
        program.press(answer);
        program.until("a text that is read on it", |screen| {
            let found = colours(screen, TITLE).and_then(|(text, _)| light(text));
            found.is_some_and(|it| if is_light { it < 384 } else { it > 384 })
        });
        program.press(b"zandmeer");
        program.until_shown("› zandmeer");
    }
}

#[test]
fn nobody_is_asked_who_can_not_answer_or_need_not() {
    for (arguments, environment) in [
        (&["--theme", "dark"][..], &[ALL][..]),
        (&["--theme", "terminal"], &[ALL]),
        (&["--color", "never"], &[ALL]),
        (&[], &[ALL, ("NO_COLOR", "1")]),
        (&[], &[("TERM", "xterm")]),
        (&[], &[("TERM", "linux")]),
    ] {
        let program = Program::start(24, 80, arguments, environment);
        program.until_shown("7/7");
        assert_eq!(program.count(QUESTION), 0, "{arguments:?} {environment:?}");
    }
}

#[test]
fn a_theme_that_is_chosen_paints_what_it_stands_on() {
    for (theme, is_light) in [("light", true), ("dark", false), ("high-contrast", false)] {
        let program = Program::start(24, 80, &["--theme", theme], &[ALL]);
        program.until_shown("7/7");
        program.until("all of it painted", |screen| {
            let (rows, cols) = size(screen);
            // In the bar a door is selected.
            let cells = (1..rows).flat_map(|row| (0..cols).map(move |column| (row, column)));
            let mut papers =
                cells.filter_map(|(row, column)| Some(screen.cell(row, column)?.bgcolor()));
            papers.all(|it| light(it).is_some_and(|it| (it > 384) == is_light))
        });
    }
}

#[test]
fn an_answer_nobody_asked_for_changes_nothing() {
    let mut program = Program::start(24, 80, &["--theme", "dark"], &[ALL]);
    program.until_shown("7/7");
    let before = colours(program.screen.lock().unwrap().screen(), TITLE);
    program.press(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    program.press_each(&[b"z", b"\x7f"]);
    program.until_shown(TITLE);
    let after = colours(program.screen.lock().unwrap().screen(), TITLE);
    assert!(before.is_some() && before == after, "{before:?} {after:?}");
}

#[test]
fn whoever_leaves_before_the_answer_waits_a_moment_for_it() {
    let mut program = Program::start(24, 80, &[], &[ALL]);
    program.until("the question", |_| program.count(QUESTION) == 1);
    program.send(b"\x03");
    assert_eq!(program.exit_status(), 130);
    program.until_given_back();
}
