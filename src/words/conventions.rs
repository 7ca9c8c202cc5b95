//! The words in which the conventions of a family are shown.

use super::Language;

words! {
    /// The words of conventions in one language.
    ConventionWords []
    // The command line: help
    cli: "Toon naar welk patroon de accounts van een familie heten, en wie afwijkt", "Show after which patterns the accounts of a family are named, and who deviates";
    cli_examples: "Voorbeelden:\n  officieel conventions\n  officieel conventions municipality --platform x\n  officieel conventions politie-eenheid-oost-nederland", "Examples:\n  officieel conventions\n  officieel conventions municipality --platform x\n  officieel conventions politie-eenheid-oost-nederland";
    cli_arg_family: "De familie: een soort, zoals municipality of police-team, of de id van een organisatie met alles wat eronder valt; anders elke soort met ten minste 5 accounts op een platform", "The family: a kind, such as municipality or police-team, or the id of an organisation with all that falls under it; otherwise each kind with at least 5 accounts on a platform";
    // What it says
    accounts: "{count} accounts", "{count} accounts";
    account: "1 account", "1 account";
    declared: "afgesproken", "declared";
    leads: "leidt", "leads";
    shortened: "{count} ingekort", "{count} shortened";
    no_template: "geen patroon", "no pattern";
    no_custom: "Geen gewoonte.", "No custom.";
    custom_is: "Een gewoonte is een afgesproken patroon, of een patroon met eigen letters dat meer dan de
helft volgt, en ten minste 5 organisaties. Ingekort wil zeggen: de naam van de plaats staat er niet voluit.", "A custom is a declared pattern, or one with letters of its own that more than half follow,
and at least 5 organisations. Shortened means that the name of the place is not in full.";
    deviating: "Wijken af van {template} ({count}):", "Deviate from {template} ({count}):";
    more: "en nog {count}", "and {count} more";
    more_templates: "… en nog {count} patronen; noem de familie om alles te zien", "… and {count} more patterns; name the family to see all";
    nothing: "Hier zijn geen accounts met een naam.", "There are no accounts with a name here.";
}
