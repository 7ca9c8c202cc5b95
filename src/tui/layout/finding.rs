//! A finding in lines: whose it is, what it is about, what was found, and what can be done.

use ratatui::text::Line;

use crate::audit::{Family, Finding, Subject};
use crate::directory::{AccountIndex, Directory};
use crate::messages::finding;
use crate::messages::labels;
use crate::text::sanitise::escaped;
use crate::tui::model::Model;
use crate::tui::theme::Theme;
use crate::tui::widgets::account::{mark, named};
use crate::tui::widgets::spans;
use crate::words::Words;

/// What a family is called on screen.
pub fn name_of(words: &Words, directory: &Directory, family: Option<Family>) -> String {
    match family {
        None => words.all_organisations.to_owned(),
        Some(Family::Kind(kind)) => labels::kind(words, kind).to_owned(),
        Some(Family::Under(head)) => escaped(&directory.organisation(head).name),
    }
}

/// Whose it is and about which account, and what was found; then what can be done, and how sure it is.
pub fn finding(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    finding: &Finding,
    cells: usize,
) -> Vec<Vec<Line<'static>>> {
    let words = model.words;
    let (whose, what) = subject(model, directory, finding);
    let mut head = vec![(whose, theme.title)];
    match model.audit.account() {
        Some(index) if !finding.subject.accounts().is_empty() => {
            let account = directory.account(index);
            let platform = directory.platform(account.platform).name();
            let named = escaped(&format!("{platform} {}", named(words, directory, account)));
            head.push((named, theme.accent));
        }
        _ if !what.is_empty() => head.push((what, theme.accent)),
        _ => {}
    }
    let count = finding.subject.accounts().len();
    if count > 1 {
        let at = model.audit.account.min(count - 1) + 1;
        head.push((one_of(words, at, count), theme.muted));
    }
    let mut found = spans::flow(theme, &head, 2, cells);
    found.extend(spans::flow(theme, &[(finding::found(words, finding), theme.base)], 2, cells));
    let advice = (finding::advice(words, finding), theme.base);
    let mut lines = spans::flow(theme, &[advice], 2, cells);
    let severity = labels::severity(words, finding.severity);
    let (_, style) = theme.severity(finding.severity);
    let mut facts = vec![
        (severity.to_owned(), style),
        (labels::certainty(words, finding.certainty).to_owned(), theme.muted),
    ];
    facts.extend(finding.proposal.as_ref().map(|proposal| {
        let proposal = escaped(proposal);
        (words.proposal(&proposal), theme.accent)
    }));
    lines.extend(spans::flow(theme, &facts, 2, cells));
    vec![found, lines]
}

fn one_of(words: &Words, at: usize, count: usize) -> String {
    let (at, count) = (at.to_string(), count.to_string());
    words.one_of_several(&at, &count)
}

/// Whose a finding is, and what it is about, as it may be shown.
pub fn subject(model: &Model, directory: &Directory, finding: &Finding) -> (String, String) {
    let organisation = finding.subject.organisation(directory);
    let whose = organisation.map(|it| escaped(&directory.organisation(it).name));
    match &finding.subject {
        Subject::Family(family, platform) => {
            let platform = escaped(directory.platform(*platform).name());
            (name_of(model.words, directory, Some(*family)), platform)
        }
        Subject::Organisation(_, Some(platform)) => {
            (whose.unwrap_or_default(), escaped(directory.platform(*platform).name()))
        }
        subject => {
            let accounts = subject.accounts();
            let named = accounts.first().map(|first| account(model.words, directory, *first));
            let named = named.map(|first| match accounts.len() {
                0 | 1 => first,
                count => format!("{first} +{}", count - 1),
            });
            (whose.unwrap_or_default(), named.unwrap_or_default())
        }
    }
}

/// An account by the short mark of its platform and its name there.
fn account(words: &Words, directory: &Directory, index: AccountIndex) -> String {
    let account = directory.account(index);
    let platform = mark(directory.platform(account.platform).id());
    escaped(&format!("{platform} {}", named(words, directory, account)))
}
