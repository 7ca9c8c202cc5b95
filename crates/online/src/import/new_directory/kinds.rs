//! What kind of organisation a description is of.

use officieel_directory::directory::Kind;
use officieel_directory::text::fold::fold;

/// What bodies of governments are called in English, which descriptions and classes of Wikidata are written in. A
/// word that tells more stands before one that tells less.
const WORDS: &[(Kind, &[&str])] = &[
    (
        Kind::Other,
        &["diplomatic mission", "embassy", "consulate", "delegation", "permanent representation"],
    ),
    (Kind::PoliceTeam, &["police station"]),
    (Kind::PoliceUnit, &["police zone", "police district", "police region", "police unit"]),
    (Kind::PoliceForce, &["police force", "police service", "police", "gendarmerie"]),
    (
        Kind::FireService,
        &[
            "fire rescue zone",
            "emergency zone",
            "emergency response zone",
            "fire and rescue",
            "fire service",
            "fire brigade",
            "fire department",
            "rescue zone",
        ],
    ),
    (Kind::WaterBoard, &["water board"]),
    (Kind::Inspectorate, &["inspectorate"]),
    (Kind::Court, &["supreme court", "court", "tribunal"]),
    (
        Kind::HighCouncil,
        &[
            "parliament",
            "house of the federal parliament",
            "house of parliament",
            "senate",
            "legislative body",
            "legislative assembly",
            "legislature",
            "court of audit",
            "ombudsman",
            "head of state",
            "monarchy",
        ],
    ),
    (
        Kind::Ministry,
        &[
            "ministry",
            "government department",
            "federal public service",
            "office and department of the prime minister",
        ],
    ),
    (Kind::Defence, &["armed forces", "army", "navy", "air force"]),
    (Kind::HealthService, &["public health service"]),
    (Kind::AdvisoryBody, &["advisory body", "advisory council"]),
    (
        Kind::Municipality,
        &["municipality", "city", "town", "commune", "borough", "village", "capital"],
    ),
    (Kind::Province, &["province", "region", "state", "county", "canton", "territory"]),
    (
        Kind::StatutoryBody,
        &[
            "public company",
            "museum",
            "museums",
            "library",
            "opera",
            "orchestra",
            "company",
            "enterprise",
        ],
    ),
    (
        Kind::Agency,
        &[
            "agency",
            "institute",
            "institution",
            "service",
            "authority",
            "office",
            "administration",
            "archives",
            "body",
            "organisation",
            "organization",
        ],
    ),
];

/// What tells where a body is rather than what it is.
const PREPOSITIONS: [&str; 6] = ["in", "of", "for", "around", "to", "responsible"];

/// The kind that words of a source describe, such as "municipality in Limburg, Belgium". What stands before the first
/// preposition decides, and only then the rest.
///
/// # Examples
///
/// ```
/// use officieel_directory::directory::Kind;
/// use officieel_online::import::new_directory::kind_of;
///
/// assert_eq!(kind_of("city in West Flanders, Belgium"), Some(Kind::Municipality));
/// assert_eq!(kind_of("1 of 183 police zones in Belgium"), Some(Kind::PoliceUnit));
/// assert_eq!(kind_of("symphony"), None);
/// ```
pub fn kind_of(description: &str) -> Option<Kind> {
    let all = words(description);
    let head: Vec<String> =
        all.iter().take_while(|word| !PREPOSITIONS.contains(&word.as_str())).cloned().collect();
    told(&head).or_else(|| told(&all))
}

fn told(description: &[String]) -> Option<Kind> {
    let has = |known: &str| has_words(description, &words(known));
    WORDS.iter().find(|(_, all)| all.iter().any(|it| has(it))).map(|(kind, _)| *kind)
}

/// Whether words stand next to each other in others, in one or in several of them.
pub(super) fn has_words(all: &[String], wanted: &[String]) -> bool {
    let is_one = |own: &String, wanted: &String| {
        own == wanted
            || own.strip_suffix('s') == Some(wanted)
            || wanted.strip_suffix('y').is_some_and(|stem| own.strip_suffix("ies") == Some(stem))
    };
    !wanted.is_empty()
        && all
            .windows(wanted.len())
            .any(|part| part.iter().zip(wanted).all(|(own, it)| is_one(own, it)))
}

/// The words of a text, folded.
pub(super) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}
