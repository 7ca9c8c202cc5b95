//! What imitates nobody, though it looks so: domains of platforms, everyday words, endings that others
//! rightly use.

/// Domains that platforms use themselves, for pages, mail and files but not for accounts.
pub(super) const PLATFORM_DOMAINS: &[&str] = &[
    "bsky.network",
    "bsky.social",
    "cdninstagram.com",
    "facebook.github.io",
    "facebook.net",
    "facebookbrand.com",
    "facebookmail.com",
    "fbcdn.net",
    "instagram.github.io",
    "licdn.com",
    "linkedin.cn",
    "linkedin.github.io",
    "linkedinmobileapp.com",
    "lnkd.in",
    "mastodon.online",
    "telegram.org",
    "tiktokcdn.com",
    "tiktokglobalshop.com",
    "tiktokv.com",
    "twimg.com",
    "twitter.github.io",
    "twitterinc.com",
    "whatsapp.net",
    "youtube-nocookie.com",
    "youtubekids.com",
];

/// Services that show sites of others under their own domain, and name those in the host.
pub(super) const PROXY_DOMAINS: &[&str] = &["translate.goog"];

/// Names of platforms that are words of every day as well.
pub(super) const COMMON_WORD_PLATFORMS: &[&str] = &["threads", "telegram", "mastodon", "signal"];

/// Labels of listed websites that stand for a part of the government and that others rightly use as
/// well: a club, a forum, the government of another country. What is the word of a family says so
/// itself, in the directory.
pub(super) const GENERIC_LABELS: &[&str] =
    &["ambassade", "inspectie", "kadaster", "koninklijkhuis", "landmacht", "luchtmacht", "marine"];

/// Labels of listed websites that are words, or names of others too. They only count together with
/// the ending that they stand under.
pub(super) const COMMON_WORDS: &[&str] = &[
    "advocatenorde",
    "architectenregister",
    "baanbrekers",
    "besteuitafval",
    "bureauft",
    "burgerberichten",
    "caparis",
    "concernvoorwerk",
    "cultuurparticipatie",
    "cybersecurityraad",
    "deassociatedegree",
    "dedienst",
    "dewaddeneilanden",
    "donorgegevens",
    "eerstekamer",
    "emissieautoriteit",
    "ergon",
    "eurode",
    "euregio",
    "filmfonds",
    "gegevenshuis",
    "gezondheidsraad",
    "groeneerkenningen",
    "hogeraad",
    "huurcommissie",
    "ictnml",
    "impact",
    "inburgeren",
    "internet",
    "internetconsultatie",
    "jobinder",
    "kempenplus",
    "keurmerk",
    "konnected",
    "koopoverheid",
    "letterenfonds",
    "lintjes",
    "loodswezen",
    "meedichtbij",
    "mensenrechten",
    "midzuid",
    "mijnblink",
    "muziekschoolzeeland",
    "nationaalarchief",
    "nationaalgroeifonds",
    "nationaleombudsman",
    "octrooigemachtigde",
    "omnibuzz",
    "onderwijsraad",
    "platformsvmbo",
    "promen",
    "publieksdiensten",
    "publiekvervoer",
    "raadvoorcultuur",
    "rekenkamer",
    "risse",
    "ruimtelijkeplannen",
    "schadefonds",
    "slotcoordination",
    "stimuleringsfonds",
    "syntrophos",
    "technologybase",
    "transplantatiestichting",
    "tweedekamer",
    "unesco",
    "verkiezingsuitslagen",
    "vervoerregio",
    "vervoersorganisatie",
    "visitaties",
    "vluchtelingenwerk",
    "volkskredietbank",
    "vuilafvoerbedrijf",
    "waagroep",
    "waarborg",
    "waterland",
];

/// Words that look like a typing error and are none.
pub(super) const NOT_TYPOS: &[&str] = &[
    "douanes",
    "overheids",
    "polite",
    "politic",
    "politica",
    "politics",
    "politiek",
    "politieke",
    "twister",
    "twitcher",
    "youtub",
];

/// What stands before the name of an organisation in a site of its own that looks for staff.
pub(super) const RECRUITMENT_PREFIXES: &[&str] =
    &["werkenbij", "werkenvoor", "werkbij", "kombij", "komwerkenbij"];

/// Endings of the world, under which a body with readers abroad has a site of its own, and others of its
/// name have theirs.
pub(super) const GENERIC_TLDS: &[&str] = &["com", "eu", "int", "net", "org"];

/// Endings of countries and islands whose governments bear Dutch names too.
pub(super) const DUTCH_TLDS_ABROAD: &[&str] =
    &["be", "sr", "cw", "aw", "sx", "bq", "vlaanderen", "brussels", "gent"];

/// Endings of the other countries of the Kingdom, of its islands, and of Suriname. Their governments have
/// offices of the same names: a Belastingdienst on each of them.
pub(super) const SAME_OFFICES_TLDS: &[&str] = &["aw", "bq", "cw", "sr", "sx"];

/// What countries call the domain that their own governments have names under: `gov.ma`, `gouv.fr`, `gob.mx`,
/// `go.jp`. With the code of the country, the public suffix list says which of them are such domains.
pub(super) const GOVERNMENT_LABELS: &[&str] =
    &["gc", "go", "gob", "gouv", "gov", "govt", "gub", "gv"];

/// Such domains that are none: Gorizia is a province.
pub(super) const NO_GOVERNMENTS: &[&str] = &["go.it"];
