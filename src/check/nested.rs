//! Which of the tokens of an input are told of: what stands in somebody's address, or was put together from
//! several lines, is there for whoever wrote that, and proves nothing unless it passes itself off as something.

use std::collections::HashMap;

use super::judge::Judge;
use super::tokens::{Break, Origin, Token, TokenKind, Tokens, hosts_held, inner_addresses};
use super::{Instead, Verdict};
use crate::compact_sort::CompactSort;

/// What is left of the tokens of an input, with the imitations that their addresses hold.
pub(super) fn settled(judge: &Judge<'_>, tokens: Tokens) -> Tokens {
    let Tokens { text, all } = tokens;
    let desk = Desk { judge, starts: starts(&all), all: &all };
    let mut kept: Vec<bool> = all.iter().map(|token| desk.is_kept(token)).collect();
    for (token, _) in all.iter().zip(kept.clone()).filter(|(_, is_kept)| *is_kept) {
        // What a line broke in the host is no address by itself.
        if token.origin == Origin::Joined(Break::Host)
            && let Some(piece) = desk.starts.get(&token.start).and_then(|at| kept.get_mut(*at))
        {
            *piece = false;
        }
    }
    let hidden: Vec<Token> = all.iter().flat_map(|token| desk.hidden_in(token)).collect();
    if hidden.is_empty() && kept.iter().all(|it| *it) {
        return Tokens { text, all };
    }
    Tokens { text, all: left(all, &kept, hidden) }
}

/// Where the tokens are that stand in the text for themselves, by where they begin.
fn starts(all: &[Token]) -> HashMap<usize, usize> {
    let own = all.iter().enumerate().filter(|(_, it)| it.origin == Origin::Itself);
    own.map(|(at, token)| (token.start, at)).collect()
}

struct Desk<'a> {
    judge: &'a Judge<'a>,
    all: &'a [Token],
    starts: HashMap<usize, usize>,
}

impl Desk<'_> {
    fn is_kept(&self, token: &Token) -> bool {
        match token.origin {
            Origin::Itself => true,
            Origin::Within(start) => {
                let outer = self.starts.get(&start).and_then(|at| self.all.get(*at));
                let is_foreign = outer.is_some_and(|it| is_foreign(&self.verdict(it)));
                !is_foreign || self.verdict(token).is_imitation()
            }
            Origin::Joined(place) => {
                let verdict = self.verdict(token);
                let is_listed = matches!(
                    verdict,
                    Verdict::Official(_) | Verdict::Retired(_) | Verdict::Former(_)
                );
                let is_site = matches!(
                    verdict,
                    Verdict::NotAnAccount(Instead::Site(_) | Instead::GovernmentSite(_))
                );
                is_listed || place == Break::Host && (is_site || verdict.is_imitation())
            }
        }
    }

    /// The imitations that stand encoded in an address which leads to no account.
    fn hidden_in(&self, token: &Token) -> Vec<Token> {
        if (token.kind, token.origin) != (TokenKind::Address, Origin::Itself) {
            return Vec::new();
        }
        let inner = inner_addresses(&token.text);
        // On a site of the government itself, whatever passes itself off as another is there to be reached.
        let held = hosts_held(&token.text);
        // What a known service leads to was judged with it.
        if inner.is_empty() && held.is_empty() {
            return Vec::new();
        }
        let answer = self.judge.answer(token.kind, &token.text);
        if !leads_to_no_account(&answer.verdict) || answer.wrappings().next().is_some() {
            return Vec::new();
        }
        let inner = if is_foreign(&answer.verdict) { inner } else { [inner, held].concat() };
        let inner = inner.into_iter().map(|text| Token::new(text, TokenKind::Address, token.start));
        inner.filter(|token| self.verdict(token).is_imitation()).collect()
    }

    fn verdict(&self, token: &Token) -> Verdict {
        self.judge.answer(token.kind, &token.text).verdict
    }
}

/// Whether an address is that of somebody who is not known.
fn is_foreign(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::UnknownHost(_))
}

fn leads_to_no_account(verdict: &Verdict) -> bool {
    let is_none = matches!(
        verdict,
        Verdict::UnknownHost(_)
            | Verdict::NotAnAccount(
                Instead::OnPlatform { .. }
                    | Instead::UnknownForm
                    | Instead::Site(_)
                    | Instead::GovernmentSite(_)
                    | Instead::OtherPort(_)
                    | Instead::LeadsOn(_)
            )
    );
    is_none && !verdict.is_imitation()
}

/// The tokens that are left, in the order of the text, and those found in them right behind.
fn left(all: Vec<Token>, kept: &[bool], hidden: Vec<Token>) -> Vec<Token> {
    let old = all.into_iter().enumerate().filter(|(at, _)| kept.get(*at) == Some(&true));
    let old = old.map(|(at, token)| (Some(at), token));
    let mut left: Vec<(Option<usize>, Token)> =
        old.chain(hidden.into_iter().map(|it| (None, it))).collect();
    left.compact_sort_by_key(|(_, token)| token.start);
    let places: HashMap<usize, usize> =
        left.iter().enumerate().filter_map(|(new, (old, _))| Some(((*old)?, new))).collect();
    let moved = |(_, mut token): (Option<usize>, Token)| {
        token.shown_as = token.shown_as.and_then(|at| places.get(&at)).copied();
        token
    };
    left.into_iter().map(moved).collect()
}
