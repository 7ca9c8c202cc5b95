//! One verdict in full: what it is, why, on what evidence, and where the real account is.

mod summary;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::channel::Channel;
use crate::check::{Answer, LONGEST_INPUT, MAX_TOKENS, Step, Verdict};
use crate::directory::{Account, AccountIndex, Basis, Directory, Owner};
use crate::messages::evidence::{one_of_each, told};
use crate::messages::{labels, numbers, summary as summary_of, verdict};
use crate::text::sanitise::escaped;
use crate::tui::layout::SENTENCE;
use crate::tui::model::{Model, Page, Screen};
use crate::tui::screens::check::state::is_asking;
use crate::tui::theme::Theme;
use crate::tui::widgets::account::{named, short};
use crate::tui::widgets::{comparison, spans};
pub(in crate::tui) use summary::label as message_label;

/// The cells before everything.
const INDENT: usize = 2;
/// The most pieces of evidence that are named; the rest is one key away.
const PIECES: usize = 2;

/// The rows of the verdict on this screen.
pub fn height(model: &Model) -> usize {
    rows(model, &Theme::mono(true), usize::from(model.layout().body().width)).len()
}

/// That not all of the input was judged, where it was not: what is official of it says nothing of the rest.
pub fn input_cut(model: &Model) -> Option<String> {
    let is_cut =
        model.browse.check.left_out > 0 || model.browse.check.answers().len() >= MAX_TOKENS;
    let [bytes, pieces] = [LONGEST_INPUT, MAX_TOKENS].map(|it| numbers::grouped(model.words, it));
    is_cut.then(|| model.words.input_cut(&bytes, &pieces))
}

/// The glyph and the word of a verdict; how sure that is, where it is official.
pub fn badge(
    model: &Model,
    theme: &Theme,
    directory: &Directory,
    answer: &Answer,
) -> Vec<Span<'static>> {
    let is_only_shown = answer.leads_to().is_some();
    let official = match &answer.verdict {
        _ if is_only_shown => None,
        Verdict::Official(listed) => Some(directory.account(listed.account).trust(model.today)),
        _ => None,
    };
    let (glyph, style) = if is_only_shown {
        (theme.glyphs.warning, theme.alarm())
    } else {
        theme.verdict(&answer.verdict, official)
    };
    let word = verdict::label(model.words, directory, answer);
    // What must not be passed over has room around it.
    let text = if answer.verdict.is_imitation() || is_only_shown {
        format!(" {glyph} {word} ")
    } else {
        format!("{glyph} {word}")
    };
    let mut spans = vec![Span::styled(text, style)];
    let is_of_government = answer
        .listed()
        .is_some_and(|account| Basis::of(&directory.account(account).evidence) == Basis::Official);
    if let Some(trust) = official.filter(|_| is_of_government) {
        let dot = format!(" {} ", theme.glyphs.dot);
        spans.push(Span::styled(dot, theme.muted));
        spans.push(Span::styled(labels::trust(model.words, trust), style));
    }
    spans
}

pub(in crate::tui) fn rows(model: &Model, theme: &Theme, whole: usize) -> Vec<Line<'static>> {
    if is_asking(model) {
        let how = (model.words.start_real_how.to_owned(), theme.base);
        return spans::flow(theme, &[how], INDENT, whole.saturating_sub(1).min(SENTENCE));
    }
    if let (Some(Page::Summary), Some(message), Some(directory)) =
        (model.check_page(), &model.browse.check.message, model.directory())
    {
        return summary::rows(model, theme, directory, message, whole);
    }
    let (Some(answer), Some(directory)) = (model.checked(), model.directory()) else {
        return Vec::new();
    };
    let cells = whole.saturating_sub(1).min(SENTENCE);
    let page = AnswerPage { model, theme, directory, answer, cells };
    let blocks = [page.head(whole), page.comparison(), page.reasons(), page.listed(), page.way()];
    let filled: Vec<_> = blocks.into_iter().filter(|block| !block.is_empty()).collect();
    filled.join(&Line::default())
}

/// Which of several pages it is.
fn place(model: &Model) -> String {
    let count = model.browse.check.pages().len();
    let at = model.shown().iter().find_map(|screen| match screen {
        Screen::Check { page, .. } => Some(page + 1),
        _ => None,
    });
    match (at, count) {
        (Some(at), 2..) => model.words.one_of_several(&at.to_string(), &count.to_string()),
        _ => String::new(),
    }
}

struct AnswerPage<'a> {
    model: &'a Model,
    theme: &'a Theme,
    directory: &'a Directory,
    answer: &'a Answer,
    cells: usize,
}

impl AnswerPage<'_> {
    fn flow(&self, text: String, style: Style, indent: usize) -> Vec<Line<'static>> {
        spans::flow(self.theme, &[(text, style)], indent, self.cells)
    }

    fn title(&self, text: &str) -> Vec<Line<'static>> {
        self.flow(text.to_owned(), self.theme.title, INDENT)
    }

    /// The verdict in a word, what was asked about, and the verdict in a sentence.
    fn head(&self, whole: usize) -> Vec<Line<'static>> {
        let mut left = vec![Span::raw(" ".repeat(INDENT))];
        left.extend(badge(self.model, self.theme, self.directory, self.answer));
        let right = vec![Span::styled(place(self.model), self.theme.muted), Span::raw(" ")];
        let mut lines = vec![spans::apart(self.theme, left, right, whole, self.theme.base)];
        let headline = verdict::headline(self.model.words, self.directory, self.answer);
        lines.extend(self.flow(headline, self.theme.title, INDENT));
        // Of one thing, what to do stands on its own page.
        if self.model.browse.check.pages().len() == 1
            && let Some(message) = &self.model.browse.check.message
        {
            let advice = summary_of::advice(self.model.words, self.directory, message);
            lines.extend(self.flow(advice, self.theme.base, INDENT));
        }
        lines
    }

    /// What was asked about and what it resembles, where they are alike enough to be compared.
    fn comparison(&self) -> Vec<Line<'static>> {
        let steps: &[Step] = match &self.answer.verdict {
            Verdict::LookAlike(resemblance) => &resemblance.steps,
            Verdict::UnknownHost(unknown) => {
                unknown.imitation.as_ref().map_or(&[], |imitation| &imitation.steps)
            }
            _ => &[],
        };
        let words = self.model.words;
        let labels = (words.written, verdict::original_label(words, self.directory, self.answer));
        let room = self.cells.saturating_sub(INDENT);
        let mut lines = comparison::lines(labels, self.theme, steps, room);
        for line in &mut lines {
            if !line.spans.is_empty() {
                line.spans.insert(0, Span::raw(" ".repeat(INDENT)));
            }
        }
        lines
    }

    fn reasons(&self) -> Vec<Line<'static>> {
        let Self { model, theme, directory, answer, .. } = self;
        let mut lines = Vec::new();
        let mut reasons = verdict::reasons(model.words, directory, answer, model.today);
        if let Some(cut) = input_cut(model) {
            reasons.insert(0, cut);
        }
        for reason in reasons {
            let mut sentence = self.flow(reason, theme.base, INDENT + 2);
            if let Some(span) = sentence.first_mut().and_then(|line| line.spans.first_mut()) {
                *span = Span::styled(format!("{:INDENT$}{} ", "", theme.glyphs.dot), theme.muted);
            }
            lines.extend(sentence);
        }
        lines
    }

    /// The account that was asked about, where that is listed. The reasons name its evidence.
    fn listed(&self) -> Vec<Line<'static>> {
        let Some(account) = self.answer.listed() else {
            return Vec::new();
        };
        let mut lines = self.title(self.model.words.this_account);
        lines.extend(self.account(account));
        lines
    }

    /// The channel that Enter opens, unless all of it was shown above.
    fn way(&self) -> Vec<Line<'static>> {
        let words = self.model.words;
        let Some(channel) = self.answer.channel(self.directory, self.model.today) else {
            return Vec::new();
        };
        if self.answer.listed().is_some_and(|account| channel == Channel::Account(account)) {
            return Vec::new();
        }
        // The channel of an imitated organisation, or of one that went elsewhere.
        let verdict = &self.answer.verdict;
        let is_instead =
            verdict.is_imitation() || matches!(verdict, Verdict::Retired(_) | Verdict::Former(_));
        let is_reported = verdict::is_reported_channel(self.directory, channel);
        let is_genuine = is_instead && !is_reported;
        let mut lines =
            self.title(if is_genuine { words.genuine_channel } else { words.listed_channel });
        if let Channel::Account(account) = channel {
            lines.extend(self.account(account));
            lines.extend(self.evidence(self.directory.account(account)));
        } else {
            let name = match channel.owner(self.directory) {
                Owner::Organisation(organisation) => {
                    &self.directory.organisation(organisation).name
                }
                Owner::Service(service) => &self.directory.service(service).name,
            };
            lines.extend(self.flow(name.clone(), self.theme.base, INDENT * 2));
            lines.extend(self.address(channel));
        }
        lines
    }

    /// Where a channel that is no account leads: its address, else its number.
    fn address(&self, channel: Channel) -> Vec<Line<'static>> {
        let value = channel.url(self.directory).map(|url| short(&url));
        let value = value.or_else(|| channel.number(self.directory).map(ToOwned::to_owned));
        self.flow(value.unwrap_or_default(), self.theme.accent, INDENT * 2)
    }

    /// A listed account: how sure it is, whose, and where.
    fn account(&self, index: AccountIndex) -> Vec<Line<'static>> {
        let Self { model, theme, directory, .. } = self;
        let words = model.words;
        let account = directory.account(index);
        let trust = account.trust(model.today);
        let platform = directory.platform(account.platform).name();
        let sure = format!("{} {}", theme.trust_glyph(trust), labels::trust(words, trust));
        let pieces = [
            (format!("{platform} {}", named(words, directory, account)), theme.accent),
            (sure, theme.trust(trust)),
            (directory.organisation(account.organisation).name.clone(), theme.base),
        ];
        let mut lines = spans::flow(theme, &pieces, INDENT * 2, self.cells);
        lines.extend(self.flow(account.url.clone(), theme.accent, INDENT * 2));
        lines
    }

    /// The strongest evidence for an account.
    fn evidence(&self, account: &Account) -> Vec<Line<'static>> {
        let words = self.model.words;
        let mut lines = Vec::new();
        let pieces = one_of_each(account.evidence.iter());
        for &evidence in pieces.iter().take(PIECES) {
            let told = told(words, self.directory, &account.evidence, evidence);
            let pieces = [
                escaped(&told.in_short()),
                words.account_seen(&evidence.seen.to_string()),
                escaped(&short(&evidence.url)),
            ];
            let pieces = pieces.map(|piece| (piece, self.theme.muted));
            lines.extend(spans::flow(self.theme, &pieces, INDENT * 2, self.cells));
        }
        let more = account.evidence.len().saturating_sub(pieces.len().min(PIECES));
        if more > 0 {
            let text = words.more_evidence(&more.to_string());
            lines.extend(self.flow(text, self.theme.muted, INDENT * 2));
        }
        lines
    }
}
