//! The words of the audit on the screen: families, findings, conventions, and what the reader saw.

use super::Language;

words! {
    /// The words of the audit on the screen, in one language.
    ScreenWords []
    // ---- Keys ----
    key_audit: "audit", "audit";
    key_conventions: "patronen", "conventions";
    key_badge: "legt vast welk vinkje u ziet", "records the badge that you see";
    key_status: "legt vast of het in gebruik is", "records whether it is in use";
    key_jump: "naar het account", "goes to the account";
    key_choose: "kiest", "chooses";
    key_done: "klaar", "done";
    help_audit: "In de audit", "In the audit";
    help_filter: "Bij het typen van een filter of adres", "While typing a filter or an address";
    help_rule: "Bij een regel", "At a rule";
    help_choices: "Bij een keuze", "At a choice";
    help_conventions: "Bij de patronen", "At the conventions";
    // ---- The audit ----
    // ---- Conventions ----
    // ---- What the reader saw ----
}
