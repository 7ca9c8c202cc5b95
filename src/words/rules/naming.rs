//! The words of the rules about naming.

use super::RuleText;
use crate::audit::Rule;
use crate::words::Language;

rule_texts! {
    NamingConvention {
        title: "Wijkt af van de gewoonte", "Breaks the convention";
        found: "{handle} volgt {template} niet; {share} van {family} op {platform} doet dat wel.", "{handle} does not follow {template}; {share} of {family} on {platform} does.";
        why: "Wie de gewoonte van een familie kent, vindt een account op naam en ziet aan de naam wie er spreekt. Een uitzondering kost beide. De gewoonte bewijst niets over echtheid: ook nepaccounts volgen haar.", "Who knows the custom of a family finds an account by its name and sees from the name who speaks. An exception costs both. The custom proves nothing about who is real: imitations follow it too.";
        advice: "Overweeg bij een volgende naamswijziging: {proposal}. Houd de oude naam dan vast.", "Consider at the next change of name: {proposal}. Keep the old name then.";
    }
}
