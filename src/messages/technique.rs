//! By what a name differs from the one that it is taken for, in a few words.

use crate::check::{HostTechnique, Technique};
use crate::radar::Imitation;
use crate::text::sanitise::escaped;
use crate::words::Words;

/// What was done to a name.
pub fn of_name(words: &Words, technique: &Technique) -> String {
    let text = match technique {
        Technique::Hidden => words.variant_hidden,
        Technique::Characters => words.variant_characters,
        Technique::Separators => words.variant_separators,
        Technique::Affix(affix) => return words.variant_affix(&escaped(affix)),
        Technique::Doubled => words.variant_doubled,
        Technique::Dropped => words.variant_dropped,
        Technique::Added => words.variant_added,
        Technique::Swapped => words.variant_swapped,
        Technique::Replaced => words.variant_replaced,
    };
    text.to_owned()
}

/// How a host passes itself off as another.
pub fn of_host(words: &Words, technique: HostTechnique) -> &'static str {
    match technique {
        HostTechnique::Characters => words.variant_characters,
        HostTechnique::Typo => words.radar_slip,
        HostTechnique::OtherEnding => words.radar_other_ending,
        HostTechnique::EmbeddedHost => words.radar_host_inside,
        HostTechnique::EmbeddedName => words.radar_name_inside,
        HostTechnique::InPath => words.radar_in_path,
        HostTechnique::BeforeHost => words.radar_before_host,
        HostTechnique::Backslash => words.radar_backslash,
        HostTechnique::Ambiguous => words.radar_ambiguous,
    }
}

/// How a name passes itself off as another: all that was done to it.
pub fn of_imitation(words: &Words, imitation: &Imitation) -> String {
    match imitation {
        Imitation::Host(host) => of_host(words, host.technique).to_owned(),
        Imitation::Name(name) => {
            let all: Vec<String> = name.techniques.iter().map(|it| of_name(words, it)).collect();
            all.join(", ")
        }
    }
}
