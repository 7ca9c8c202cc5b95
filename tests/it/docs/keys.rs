//! The documented keys are those of the program.

use officieel::tui::layout::help::markdown;
use officieel::words::Language;

/// The beginning of the document, which is written by hand.
const HEAD: &str = "\
# Keys

Made from the program's own table of actions; `UPDATE_DOCS=1 cargo test --test it docs::` writes it anew.
In the program, F1 shows the same.

At a choice with numbers, the digit of a number chooses it at once.

## What counts as a key

- **What comes in one go is text.** Keys that come within 25 ms of each other were not pressed one after another: they were
  pasted, and many terminals hand over a paste as if it had been typed. Enter, Esc, letters, digits, arrows, function and control keys in it
  open, record, copy, export, move and end nothing, in any view; the last line says so. While searching, all of it goes into the query, and a text of
  several lines, or of eight characters and more, is judged as a message that was pasted. A key within 60 ms behind such a text is a
  part of it.
- **So a key that does something waits 25 ms** for what may follow. Letters that are typed, and the arrows and other keys that
  only move or edit a line, don't wait, and may be repeated as fast as a keyboard can; so may a letter that moves, and Tab.
- **A bracketed paste** without an end ends when nothing came for half a second.
- **Ctrl-C** overtakes whatever waits, also an unfinished paste; only where more text follows it at once is it a part of that.
- **Answers of the terminal** to what other programs asked (its colours, its name, where the cursor is) are passed over, also where
  they come late and in pieces. Only where the first byte of one comes 25 ms before the rest is it taken for Esc, which is the same byte.

## From door to door

- **F2, F5 and F7** lie over what was there before, and begin at what is selected there: F5 with that organisation and all under it, F7 with its row.
  For the same organisation as the last time, and with none, each is as it was left.
- **F2** with nothing typed asks what to check. Of a name that is no account it says so, and shows who is called that.
- **Esc** leads back to where one came from, and so does the key of any door that lies below, with all as it was.

## How it ends, and stops

- **Esc** goes one step back: it takes away what went wrong or is asked, then what lies on top, then the query. On the start page, where
  nothing is left, a first Esc says so, and only a second one in a row ends the program. A picker, from which nothing was picked, ends at the first.
- SIGHUP, SIGINT, SIGQUIT, SIGABRT and SIGTERM give the terminal back, and end the program with 128 and the number of the signal. A
  panic on any thread gives it back too, and says what happened. Where the terminal takes no output any more, the modes of its keyboard are given back
  after two seconds, and the program ends.
- Ctrl-Z and SIGTSTP give the terminal back and stop; `fg`, or SIGCONT, takes it again and draws everything anew, also after
  SIGSTOP. Where there is no shell to continue it, Ctrl-Z only draws everything anew.
- What no program can do: give the terminal back after SIGKILL, or where the system aborts it from within (no memory, no
  stack). `reset` does.
- Where `TERM` is `dumb` or `unknown` there is no screen; `officieel search` and `officieel show` work. Where it is not set the
  terminal is taken for one that can.
- Of a window of more than 1,000 columns or 500 rows, the rest stays empty.

## Favourites and what was asked

- **F8** makes the selected organisation a favourite, or takes that back: in the list, in the channels, and on the start page. A favourite has
  ★ (with `--ascii`, `*`) before its name.
- **On the start page**, ↓ leads first to the favourites, then to what was looked at last, then to the list of everything. There → and ←
  go from one organisation to the next, Enter goes to the selected one, and ↑ or Esc leads back.
- **↑** there, where no organisation is selected, brings back what was asked last, and each further ↑ what was asked before that. ↓ leads back to the empty line.
  Whatever else is done with such a query (a letter, Tab, a page down) makes it one that was typed: then the arrows go through its hits.
- **Ctrl-R** while searching lists what was asked before; typed words narrow it down, Enter takes a query.
- `--private` keeps nothing of this; [command-line.md](command-line.md#the-screen) says what is kept, and where.

";

#[test]
fn the_documented_keys_are_those_of_the_program() {
    let made = format!("{HEAD}{}", markdown(Language::En.words()));
    super::hold("docs/keys.md", |_| format!("{}\n", made.trim_end()));
}
