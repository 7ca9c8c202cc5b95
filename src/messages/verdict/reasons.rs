//! The reasons for a verdict, in their order.

use super::{host, instead, listed, platform_name, row, shown as shortened, techniques, unlisted};
use crate::check::{Answer, Remark, Verdict};
use crate::directory::{Date, Directory};
use crate::platform::WrapperKind;
use crate::text::sanitise::escaped;
use crate::words::Words;

/// The reasons in sentences, weightiest first: why, on what evidence, since when, and what to do.
pub fn reasons(words: &Words, directory: &Directory, answer: &Answer, today: Date) -> Vec<String> {
    if answer.leads_to().is_some() {
        // Whose it would be counts for nothing: nobody comes there by this link.
        return vec![words.only_the_target_counts.to_owned()];
    }
    let mut reasons = wrapped(words, directory, answer);
    reasons.extend(answer.remarks.iter().filter_map(|it| before(words, directory, answer, it)));
    reasons.extend(match &answer.verdict {
        Verdict::Official(it) => listed::official(words, directory, it, today),
        Verdict::Retired(it) => listed::retired(words, directory, it, today),
        Verdict::Former(it) => listed::former(words, directory, it),
        Verdict::LookAlike(it) => unlisted::look_alike(words, directory, it, today),
        Verdict::NotListed(it) => unlisted::not_listed(words, directory, answer, it, today),
        Verdict::NotAnAccount(it) => instead::reasons(words, directory, answer, it, today),
        Verdict::UnknownHost(it) => host::reasons(words, directory, it),
    });
    reasons.extend(answer.remarks.iter().filter_map(|it| behind(words, directory, answer, it)));
    reasons
}

/// Through which services a link leads here, which says nothing of where it leads.
fn wrapped(words: &Words, directory: &Directory, answer: &Answer) -> Vec<String> {
    let names = |is_copy: bool| -> Vec<String> {
        let names = answer.wrapped_by(directory, |kind| (kind == WrapperKind::Copy) == is_copy);
        names.into_iter().map(escaped).collect()
    };
    let (links, copies) = (names(false), names(true));
    let links = (!links.is_empty()).then(|| words.wrapped_by(&row(words, &links)));
    let copies = (!copies.is_empty()).then(|| words.copied_by(&row(words, &copies)));
    links.into_iter().chain(copies).collect()
}

/// What is said first: it weighs more than why.
fn before(
    words: &Words,
    directory: &Directory,
    answer: &Answer,
    remark: &Remark,
) -> Option<String> {
    match remark {
        Remark::Hidden(characters) => Some(techniques::hidden(words, answer, characters)),
        Remark::HiddenAround(characters) => Some(techniques::hidden_around(words, characters)),
        Remark::UserBeforeHost(host) => Some(words.user_before_host(&escaped(host))),
        Remark::ReplacedInHost(host) => Some(words.host_replaced(&escaped(host))),
        Remark::ImpossibleHost(host) => Some(words.host_impossible(&escaped(host))),
        Remark::OtherScript(letters) => Some(techniques::other_script(words, letters)),
        Remark::Part(what) => {
            let platform = answer.platform.map(|it| platform_name(directory, it));
            let what = instead::what(words, *what, &platform.unwrap_or_default());
            Some(words.part_of_look_alike(&what))
        }
        Remark::Elsewhere(platform) => Some(words.elsewhere(platform)),
        Remark::ShownAs(shown) => Some(words.shown_as(&shortened(shown))),
        Remark::Sender(shown) => Some(words.sender_shows(&shortened(shown))),
        Remark::AllPlatforms
        | Remark::Confusable(_)
        | Remark::FollowsConvention(_)
        | Remark::Wrapped(_)
        | Remark::LeadsTo(_) => None,
    }
}

/// What is said last.
fn behind(
    words: &Words,
    directory: &Directory,
    answer: &Answer,
    remark: &Remark,
) -> Option<String> {
    match remark {
        Remark::AllPlatforms => match &answer.verdict {
            Verdict::Official(it) | Verdict::Retired(it) => {
                Some(listed::looked_on_all(words, directory, it))
            }
            Verdict::NotListed(it) if !it.namesakes.is_empty() => {
                Some(words.which_platform.to_owned())
            }
            _ => Some(words.looked_on_all_in_vain.to_owned()),
        },
        Remark::Confusable(account) => Some(listed::confusable(words, directory, *account)),
        Remark::FollowsConvention(convention) => {
            let template = unlisted::template(directory, *convention);
            Some(words.follows_convention(&template))
        }
        Remark::Hidden(_)
        | Remark::HiddenAround(_)
        | Remark::UserBeforeHost(_)
        | Remark::ReplacedInHost(_)
        | Remark::ImpossibleHost(_)
        | Remark::OtherScript(_)
        | Remark::Elsewhere(_)
        | Remark::ShownAs(_)
        | Remark::LeadsTo(_)
        | Remark::Sender(_)
        | Remark::Wrapped(_)
        | Remark::Part(_) => None,
    }
}
