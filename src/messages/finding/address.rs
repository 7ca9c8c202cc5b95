//! The words of the rules about address.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Words;

/// The text of a rule of this topic.
pub(super) fn text(words: &Words, rule: Rule) -> Option<RuleText> {
    Some(match rule {
        Rule::AddressAdmin => RuleText {
            title: words.address_admin_title,
            found: words.address_admin_found,
            why: words.address_admin_why,
            advice: words.address_admin_advice,
            otherwise: words.address_admin_otherwise,
            ..RuleText::EMPTY
        },
        Rule::AddressNoAccount => RuleText {
            title: words.address_no_account_title,
            found: words.address_no_account_found,
            why: words.address_no_account_why,
            advice: words.address_no_account_advice,
            otherwise: words.address_no_account_otherwise,
            ..RuleText::EMPTY
        },
        Rule::AddressCutOff => RuleText {
            title: words.address_cut_off_title,
            found: words.address_cut_off_found,
            why: words.address_cut_off_why,
            advice: words.address_cut_off_advice,
            ..RuleText::EMPTY
        },
        Rule::AddressPersonal => RuleText {
            title: words.address_personal_title,
            found: words.address_personal_found,
            why: words.address_personal_why,
            advice: words.address_personal_advice,
            otherwise: words.address_personal_otherwise,
            ..RuleText::EMPTY
        },
        Rule::AddressBroken => RuleText {
            title: words.address_broken_title,
            found: words.address_broken_found,
            why: words.address_broken_why,
            advice: words.address_broken_advice,
            otherwise: words.address_broken_otherwise,
            ..RuleText::EMPTY
        },
        Rule::AddressMisfiled => RuleText {
            title: words.address_misfiled_title,
            found: words.address_misfiled_found,
            why: words.address_misfiled_why,
            advice: words.address_misfiled_advice,
            otherwise: words.address_misfiled_otherwise,
            ..RuleText::EMPTY
        },
        Rule::AddressTracking => RuleText {
            title: words.address_tracking_title,
            found: words.address_tracking_found,
            why: words.address_tracking_why,
            advice: words.address_tracking_advice,
            ..RuleText::EMPTY
        },
        Rule::AddressTyped => RuleText {
            title: words.address_typed_title,
            found: words.address_typed_found,
            why: words.address_typed_why,
            advice: words.address_typed_advice,
            ..RuleText::EMPTY
        },
        Rule::AddressTypo => RuleText {
            title: words.address_typo_title,
            found: words.address_typo_found,
            why: words.address_typo_why,
            advice: words.address_typo_advice,
            ..RuleText::EMPTY
        },
        Rule::AddressDisplayName => RuleText {
            title: words.address_display_name_title,
            found: words.address_display_name_found,
            why: words.address_display_name_why,
            advice: words.address_display_name_advice,
            otherwise: words.address_display_name_otherwise,
            ..RuleText::EMPTY
        },
        Rule::AddressShortName => RuleText {
            title: words.address_short_name_title,
            found: words.address_short_name_found,
            why: words.address_short_name_why,
            advice: words.address_short_name_advice,
            ..RuleText::EMPTY
        },
        Rule::AddressOldDomain => RuleText {
            title: words.address_old_domain_title,
            found: words.address_old_domain_found,
            why: words.address_old_domain_why,
            advice: words.address_old_domain_advice,
            ..RuleText::EMPTY
        },
        Rule::AddressInsecure => RuleText {
            title: words.address_insecure_title,
            found: words.address_insecure_found,
            why: words.address_insecure_why,
            advice: words.address_insecure_advice,
            ..RuleText::EMPTY
        },
        _ => return None,
    })
}
