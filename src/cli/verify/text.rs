//! What verifying came to, for people.

use std::io;

use officieel_online::verify::{Alarm, Remark, Verdict, Verification};

use super::super::style::{Styles, plain};
use super::super::{Context, render};
use super::{count, reason};
use crate::directory::Directory;
use crate::messages::labels;
use crate::text::sanitise::escaped;
use crate::words::Words;

pub(super) fn write(
    directory: &Directory,
    found: &[Verification],
    cx: &mut Context<'_>,
) -> io::Result<()> {
    let styles = Styles::new(cx.styled);
    let words = cx.words;
    let mut last = None;
    for it in found {
        if last.replace(it.organisation) != Some(it.organisation) {
            let name = plain(&directory.organisation(it.organisation).name);
            writeln!(cx.out, "{}", styles.bold(&name))?;
        }
        let account = directory.account(it.account);
        let platform = plain(directory.platform(account.platform).name());
        let name = plain(&render::written(directory, it.account));
        writeln!(cx.out, "  {platform} {name}: {}", verdict(words, &it.verdict))?;
        for alarm in &it.alarms {
            let text = format!("{}: {}", words.verify_alarm, self::alarm(words, alarm));
            writeln!(cx.out, "    {}", styles.bold(&text))?;
        }
        for evidence in &it.evidence {
            let method = labels::method(words, evidence.method);
            let url = escaped(&evidence.url);
            writeln!(cx.out, "    {}: {method}, {url}", words.verify_evidence)?;
        }
        for remark in &it.remarks {
            writeln!(cx.out, "    {}: {}", words.verify_remark, self::remark(words, remark))?;
        }
    }
    let number = |is_it: &dyn Fn(&Verdict) -> bool| count(found, is_it);
    let proved = number(&|it| *it == Verdict::Proved);
    let exist = number(&|it| *it == Verdict::Exists);
    let unchecked = number(&|it| *it == Verdict::CannotBeChecked);
    let others = found.len() - proved - exist - unchecked;
    let [all, exist, others, proved, unchecked] =
        [found.len(), exist, others, proved, unchecked].map(|count| count.to_string());
    let summary = words.verify_summary(&all, &exist, &others, &proved, &unchecked);
    writeln!(cx.out, "{summary}")
}

fn verdict(words: &Words, verdict: &Verdict) -> String {
    let text = match verdict {
        Verdict::Proved => words.verify_proved,
        Verdict::Exists => words.verify_exists,
        Verdict::MovedTo(to) => return words.verify_moved_to(&escaped(&to.url)),
        Verdict::Suspended => words.verify_suspended,
        Verdict::Absent => words.verify_absent,
        Verdict::CannotBeChecked => words.verify_cannot_be_checked,
        Verdict::CouldNotLook(why) => {
            return words.verify_could_not_look(&reason::told(words, why));
        }
    };
    text.to_owned()
}

fn remark(words: &Words, remark: &Remark) -> String {
    let text = match remark {
        Remark::OnlyProfile { since: Some(day) } => {
            return words.verify_only_profile_since(&escaped(day));
        }
        Remark::OnlyProfile { since: None } => words.verify_only_profile,
        Remark::SiteNotLooked => words.verify_site_not_looked,
        Remark::OnlySite => words.verify_only_site,
        Remark::AmbiguousHandle => words.verify_ambiguous_handle,
        Remark::HandleNotNamedBack => words.verify_handle_not_named_back,
        Remark::HandleLeadsNowhere => words.verify_handle_leads_nowhere,
        Remark::ForeignHandle => words.verify_foreign_handle,
        Remark::Deactivated => words.verify_deactivated,
        Remark::NotForStrangers => words.verify_not_for_strangers,
        Remark::Badge(badge) => {
            let issuers = escaped(&badge.issuers.join(", "));
            return if badge.is_valid {
                words.verify_badge(&issuers)
            } else {
                words.verify_badge_stale(&issuers)
            };
        }
    };
    text.to_owned()
}

fn alarm(words: &Words, alarm: &Alarm) -> String {
    match alarm {
        Alarm::OtherId { listed, found } => {
            words.verify_other_id(&escaped(found), &escaped(listed))
        }
        Alarm::BackAfterAbsence(day) => words.verify_back(&day.to_string()),
    }
}
