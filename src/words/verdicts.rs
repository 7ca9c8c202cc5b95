//! The words of verdicts: what they are called and how they are explained.

words! {
    /// The words of verdicts in one language.
    VerdictWords []
    // The verdicts in a word or two, for lists and titles
    official: "officieel", "official";
    retired: "officieel, niet meer in gebruik", "official, no longer used";
    look_alike: "lijkt op een ander", "look-alike";
    not_listed: "niet in deze lijst", "not listed";
    not_an_account: "geen account", "not an account";
    unknown_host: "onbekende site", "unknown host";
}
