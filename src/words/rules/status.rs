//! The words of the rules about status.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Language;

rule_texts! {}
