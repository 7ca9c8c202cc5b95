//! Whether handles are written in the capitals of their template.

use super::mining::MinedTemplate;
use super::template::Template;
use super::terms::chosen_part;
use crate::directory::{AccountIndex, Directory};
use crate::platform::CaseRule;

fn has_capitals(template: &Template) -> bool {
    template.to_string().chars().any(char::is_uppercase)
}

/// Whether a template has capitals, and more than half of who follows it write its letters in its
/// case: otherwise there is no convention.
pub(in crate::audit) fn is_mostly_in_its_case(directory: &Directory, row: &MinedTemplate) -> bool {
    let parts = row.all().into_iter().filter_map(|it| chosen_part(directory, it));
    has_capitals(&row.template)
        && 2 * parts.filter(|part| row.template.has_case_of(part)).count() > row.count()
}

/// Whether a handle writes the letters of a template in another case, where its platform makes no
/// difference between them.
pub(in crate::audit) fn is_in_other_case(
    directory: &Directory,
    account: AccountIndex,
    template: &Template,
) -> bool {
    let it = directory.account(account);
    let platform = directory.platform(it.platform);
    let rules = it.handle.as_ref().and_then(|handle| platform.name_rules(handle));
    rules.is_some_and(|rules| rules.case != CaseRule::Kept)
        && chosen_part(directory, account).is_some_and(|part| !template.has_case_of(&part))
}
