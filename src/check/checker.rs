//! From an input to its answers.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::hidden::{hidden, hidden_around};
use super::host::Hosts;
use super::judge::Judge;
use super::message::{Claims, Demands, Message, Read};
use super::nested;
use super::platform_mentions::{Place, places};
use super::similarity::Similarity;
use super::tokens::{
    LONGEST_INPUT, MAX_TOKENS, Token, as_prose, condensed, has_unread_body, tokens,
};
use super::{Answer, Instead, Remark, Verdict};
use crate::directory::{Directory, PhoneNumber};
use crate::platform::{PlatformIndex, host_of_address};
use crate::search::Index;

/// What a check needs besides the directory and its index, made when it is first needed.
#[derive(Debug, Default)]
pub struct Checker {
    similarity: OnceLock<Similarity>,
    hosts: OnceLock<Hosts>,
    claims: OnceLock<Claims>,
    demands: OnceLock<Demands>,
}

/// Signs behind which letters are seen in another order than they are read here (Unicode Standard Annex #9).
const OVERRIDES: [char; 2] = ['\u{202D}', '\u{202E}'];

impl Checker {
    /// The answers to what a person has in front of them: an address, a handle, a handle with a
    /// display name, or a message with any of these in it. One for each, in their order; at least
    /// one.
    ///
    /// A handle that stands without its platform is looked up on `platform`, or else on those that the
    /// text names for it, with an answer for each, or else on all of them.
    ///
    /// ```
    /// use officieel::check::{Checker, Verdict};
    /// use officieel::embedded;
    /// use officieel::search::Index;
    ///
    /// let directory = embedded::directory()?;
    /// let index = Index::new(&directory);
    /// let checker = Checker::default();
    /// let verdicts = |message: &str| -> Vec<Verdict> {
    ///     let answers = checker.answers(&directory, &index, message, None);
    ///     answers.into_iter().map(|answer| answer.verdict).collect()
    /// };
    ///
    /// // A zero for an o, beside a site that is listed.
    /// let [account, site] = &verdicts("Volg @p0litie of kijk op https://www.politie.nl/")[..] else {
    ///     panic!("there are two things to judge");
    /// };
    /// assert!(account.is_imitation());
    /// assert_eq!(site.id(), "official-site");
    ///
    /// // Not listed is not fake.
    /// assert!(matches!(verdicts("x.com/de_buurman")[..], [Verdict::NotListed(_)]));
    /// # Ok::<(), officieel::store::StorageError>(())
    /// ```
    pub fn answers(
        &self,
        directory: &Directory,
        index: &Index,
        input: &str,
        platform: Option<PlatformIndex>,
    ) -> Vec<Answer> {
        let read = self.read(directory, index, &condensed(input), platform);
        read.answers.into_iter().map(|(_, answer)| answer).collect()
    }

    /// One answer to a whole message, and the answers to all that leads somewhere in it.
    ///
    /// ```
    /// use officieel::check::{Checker, MessageVerdict};
    /// use officieel::embedded;
    /// use officieel::search::Index;
    ///
    /// let directory = embedded::directory()?;
    /// let index = Index::new(&directory);
    /// let message = "DigiD: uw account verloopt. Log in op https://digid-verlengen.nl";
    /// let summary = Checker::default().message(&directory, &index, message, None).summary;
    /// assert_eq!(summary.verdict, MessageVerdict::Beware);
    /// assert_eq!(summary.organisations(&directory), ["logius"]);
    /// # Ok::<(), officieel::store::StorageError>(())
    /// ```
    pub fn message(
        &self,
        directory: &Directory,
        index: &Index,
        input: &str,
        platform: Option<PlatformIndex>,
    ) -> Message {
        let input = &*condensed(input);
        let ReadInput { text, answers } = self.read(directory, index, input, platform);
        let (places, answers): (Vec<Range<usize>>, Vec<Answer>) = answers.into_iter().unzip();
        let (text, prose) = (&*text, &*as_prose(&text));
        let (places, answers) = (&*places, answers);
        let read = Read { directory, checker: self, text, prose, places, answers: &answers };
        let message = Message { summary: read.summary(), answers };
        let is_whole = input.len() <= LONGEST_INPUT
            && message.answers.len() < MAX_TOKENS
            && !has_unread_body(input)
            && !input.contains(OVERRIDES);
        if is_whole { message } else { message.not_whole() }
    }

    fn read(
        &self,
        directory: &Directory,
        index: &Index,
        input: &str,
        platform: Option<PlatformIndex>,
    ) -> ReadInput {
        let judge = Judge { checker: self, directory, index, platform, elsewhere: None, layers: 0 };
        let tokens = tokens(directory, input, |word| judge.is_name(word));
        let tokens = judge.several_names(nested::settled(&judge, tokens));
        if let Some(answer) = platform.is_none().then(|| judge.name(&tokens)).flatten() {
            let whole = 0..tokens.text.len();
            return ReadInput { text: tokens.text, answers: vec![(whole, answer)] };
        }
        let places = match platform {
            Some(_) => Vec::new(),
            None => places(directory, &tokens),
        };
        let of = |at: usize| places.get(at).map(Vec::as_slice).unwrap_or_default();
        let judged = judged(&tokens.all, of);
        let around = hidden_around(input);
        let mut answers: Vec<(usize, Answer)> = Vec::new();
        for (at, token) in tokens.all.iter().enumerate() {
            if judged.get(at) != Some(&at) || answers.len() >= MAX_TOKENS {
                continue;
            }
            let places = of(at);
            for mut answer in judge.at_places(token, places) {
                if let Some(sender) = &token.sender {
                    answer.remarks.push(Remark::Sender(sender.name.clone()));
                }
                if !around.is_empty() && hidden(&token.text).is_empty() {
                    answer.remarks.push(Remark::HiddenAround(around.clone()));
                }
                answers.push((at, answer));
            }
        }
        remark_on_links(directory, &tokens.all, &judged, &mut answers);
        answers.truncate(MAX_TOKENS);
        let place = |at: usize| {
            let token = tokens.all.get(at);
            token.map_or(0..0, |token| token.start..token.start + token.text.len())
        };
        let answers = answers.into_iter().map(|(at, answer)| (place(at), answer)).collect();
        ReadInput { text: tokens.text, answers }
    }

    /// The look-alikes of a directory.
    pub fn similarity(&self, directory: &Directory) -> &Similarity {
        self.similarity.get_or_init(|| Similarity::new(directory))
    }

    pub(super) fn hosts(&self, directory: &Directory) -> &Hosts {
        self.hosts.get_or_init(|| Hosts::new(directory))
    }

    pub(super) fn claims(&self, directory: &Directory) -> &Claims {
        self.claims.get_or_init(|| Claims::new(directory))
    }

    pub(super) fn demands(&self, directory: &Directory) -> &Demands {
        self.demands.get_or_init(|| Demands::new(directory))
    }
}

/// An input as it was read, and the answers with where what they are about stands in it.
struct ReadInput {
    text: String,
    answers: Vec<(Range<usize>, Answer)>,
}

/// For each token the position of the one that is judged for it: the first of those that are the same, at
/// the same places.
fn judged<'p>(tokens: &'p [Token], places: impl Fn(usize) -> &'p [Place]) -> Vec<usize> {
    let mut first = HashMap::new();
    let of = |(at, token): (usize, &'p Token)| {
        let key = (token.text.as_str(), token.kind, token.is_relative, places(at));
        *first.entry(key).or_insert(at)
    };
    tokens.iter().enumerate().map(of).collect()
}

/// Tells of each link whose text names another account or site than the link leads to: the target
/// decides, and what is shown proves nothing.
fn remark_on_links(
    directory: &Directory,
    tokens: &[Token],
    judged: &[usize],
    answers: &mut [(usize, Answer)],
) {
    for (at, target) in tokens.iter().enumerate() {
        let shown_at = target.shown_as.and_then(|shown| judged.get(shown)).copied();
        let (Some(shown_at), Some(&target_at)) = (shown_at, judged.get(at)) else { continue };
        if shown_at == target_at {
            continue;
        }
        let of = |at: usize| answers.iter().filter(move |(of, _)| *of == at).map(|(_, it)| it);
        let is_same = of(target_at)
            .any(|target| of(shown_at).any(|shown| is_same_place(directory, target, shown)));
        let Some(shown) = tokens.get(shown_at).filter(|_| !is_same) else { continue };
        for (at, answer) in answers.iter_mut() {
            if *at == target_at {
                push(answer, Remark::ShownAs(shown.text.clone()));
            } else if *at == shown_at {
                push(answer, Remark::LeadsTo(target.text.clone()));
            }
        }
    }
}

/// Adds a remark that is not there yet.
fn push(answer: &mut Answer, remark: Remark) {
    if !answer.remarks.contains(&remark) {
        answer.remarks.push(remark);
    }
}

/// Whether two answers are about the same account, number or site.
fn is_same_place(directory: &Directory, one: &Answer, other: &Answer) -> bool {
    if let (Some(one), Some(other)) = (one.listed(), other.listed()) {
        return one == other;
    }
    if let (Some(one_name), Some(other_name)) = (&one.account, &other.account) {
        let same_platform =
            one.platform.is_none() || other.platform.is_none() || one.platform == other.platform;
        let key = |platform: Option<PlatformIndex>, name: &str| {
            let name = name.trim_start_matches(['@', '＠']);
            let parsed = platform.and_then(|it| directory.platform(it).parse_name(name).ok());
            parsed.map_or_else(|| name.to_lowercase(), |it| it.key().to_owned())
        };
        let platform = one.platform.or(other.platform);
        return same_platform && key(platform, one_name) == key(platform, other_name);
    }
    if let (Some(one), Some(other)) =
        (PhoneNumber::read(&one.asked), PhoneNumber::read(&other.asked))
    {
        return one == other;
    }
    match (host(one), host(other)) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}

/// The host of an answer that is about a site.
fn host(answer: &Answer) -> Option<String> {
    let host = match &answer.verdict {
        Verdict::UnknownHost(unknown) => Some(unknown.host.clone()),
        Verdict::NotAnAccount(
            Instead::Site(_)
            | Instead::GovernmentSite(_)
            | Instead::OtherPort(_)
            | Instead::LeadsOn(_)
            | Instead::UnknownForm
            | Instead::OnPlatform { .. },
        ) => host_of_address(answer.address()),
        _ => None,
    }?;
    Some(host.strip_prefix("www.").map_or(host.clone(), str::to_owned))
}
