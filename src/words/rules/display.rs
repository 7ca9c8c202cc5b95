//! The words of the rules about display.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Language;

rule_texts! {}
