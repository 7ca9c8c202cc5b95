//! The two rates of a check, and its pace.
//!
//! `cargo bench --bench check` makes look-alikes of every listed handle of three platforms by rote and
//! tells how many are flagged, tells how many of some thousand innocent names are, and times ten
//! thousand lines beside the plain way. `cargo bench --bench check -- misses` also lists every
//! look-alike that was not flagged, and `cargo bench --bench check -- 10` takes one in ten.
//! `cargo bench --bench check -- lines` measures nothing: it prints a hundred thousand lines, for
//! `officieel check -`.

#![expect(clippy::unwrap_used, reason = "a measurement that can't be made stops")]
#![expect(
    clippy::indexing_slicing,
    reason = "places are counted in the very lists they are used for"
)]
#![expect(clippy::print_stdout, reason = "the figures are the result")]

#[path = "lookalikes.rs"]
mod lookalikes;
mod pace;
mod rates;

use lookalikes::{Kind, PLATFORMS};
use pace::Pace;
use rates::{Called, Caught, Court, Innocents};

/// The lengths of handles that are counted together, in letters and digits.
const LENGTHS: [(usize, usize); 7] =
    [(1, 3), (4, 4), (5, 5), (6, 7), (8, 10), (11, 15), (16, usize::MAX)];

fn main() {
    let court = Court::new();
    let one_in = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(1);
    let caught = court.caught(one_in);
    if is_asked("lines") {
        for line in pace::lines(&court, &caught.made, 100_000) {
            println!("{line}");
        }
        return;
    }
    print_caught(&court, &caught);
    if is_asked("misses") {
        print_misses(&caught);
    }
    print_innocents(&court.innocents(1));
    print_pace(&pace::measure(&court, &caught.made));
}

fn is_asked(what: &str) -> bool {
    std::env::args().any(|argument| argument == what)
}

fn print_caught(court: &Court, caught: &Caught) {
    let made = &caught.made;
    println!("# Look-alikes\n");
    println!(
        "{} made of {} listed handles; {} more were left out because they are listed themselves.\n",
        made.all.len(),
        made.handles,
        made.listed
    );
    println!("| trick | made | flagged | share |\n| --- | ---: | ---: | ---: |");
    for kind in Kind::SINGLE.into_iter().chain(Kind::TWO) {
        row(kind.label(), caught.count(|it| it.kind == kind));
    }
    row("**one trick**", caught.count(|it| Kind::SINGLE.contains(&it.kind)));
    row("**in all**", caught.count(|_| true));
    println!("\n| letters | made | flagged | share |\n| --- | ---: | ---: | ---: |");
    for (from, to) in LENGTHS {
        let label = match (from, to) {
            (from, usize::MAX) => format!("{from} or more"),
            (from, to) if from == to => from.to_string(),
            (from, to) => format!("{from} to {to}"),
        };
        row(&label, caught.count(|it| (from..=to).contains(&it.length)));
    }
    row("**3 to 5**", caught.count(|it| (3..=5).contains(&it.length)));
    println!("\n| platform | made | flagged | share |\n| --- | ---: | ---: | ---: |");
    for id in PLATFORMS {
        let platform = court.directory.platforms.by_id(id).unwrap();
        let name = court.directory.platform(platform).name();
        row(name, caught.count(|it| it.platform == platform));
    }
    let official: Vec<&str> =
        caught.that_were(Called::Official).map(|it| it.name.as_str()).collect();
    println!("\nCalled official: {}. {}\n", official.len(), official.join(" "));
}

fn row(label: &str, (all, flagged): (usize, usize)) {
    println!("| {label} | {all} | {flagged} | {} |", share(flagged, all));
}

/// A share as a percentage, rounded down to hundredths: it never tells more than there is.
fn share(part: usize, all: usize) -> String {
    if all == 0 {
        return "–".to_owned();
    }
    let hundredths = part * 10_000 / all;
    format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}

fn print_misses(caught: &Caught) {
    println!("Not flagged:\n");
    for it in caught.that_were(Called::Neither) {
        println!("- {} of {} ({})", it.name, it.of, it.kind.label());
    }
    println!();
}

fn print_innocents(innocents: &Innocents) {
    let Innocents { names, false_alarms, official } = innocents;
    println!("# Innocent names\n");
    println!(
        "{names} names, {} called a look-alike: {}.\n",
        false_alarms.len(),
        share(false_alarms.len(), *names)
    );
    for alarm in false_alarms {
        println!("- {} for {}", alarm.name, alarm.genuine);
    }
    println!("\nCalled official: {}. {}\n", official.len(), official.join(" "));
}

fn print_pace(pace: &Pace) {
    let seconds = |duration: std::time::Duration| duration.as_secs_f64();
    println!("# Pace\n");
    println!(
        "- the first answer, with all that is made for it: {:.1} ms",
        seconds(pace.first) * 1e3
    );
    println!("- {} lines of all kinds: {:.3} s", pace::LINES, seconds(pace.ours));
    println!(
        "- the distance of each to every listed name, and no more: {:.3} s",
        seconds(pace.plain)
    );
    println!("- ours takes {:.2} of that", seconds(pace.ours) / seconds(pace.plain));
}
