//! Platforms and the calendar of badge kinds.

use super::countries::is_country;
use super::fields::{Fields, Located, Message, Sentence};
use super::head::known_platform;
use super::{BuiltIn, Defaults, Platforming};
use crate::directory::badge::{BadgeKind, Gained};
use crate::platform::{
    AuthorRule, Authorship, CaseRule, Discouraged, LoginNeeded, NameRules, NotAnAccount,
    PlatformRules, Platforms, Reading, Refusal,
};

/// The platforms and badge kinds of a file; those of the built-in directory where it has none.
pub(super) fn read(root: &Fields<'_, '_>, built_in: BuiltIn<'_>) -> Option<Platforming> {
    let tables = root.tables("platform", Sentence::APlatform);
    let badges = root.tables("badge", Sentence::ABadgeKind);
    if let Some(platform) = tables.first().filter(|_| root.context.is_overlay) {
        platform.fault(platform.at, Sentence::OverlayPlatforms);
        return None;
    }
    if tables.is_empty() {
        if let Some(badge) = badges.first() {
            badge.fault(badge.at, Sentence::BadgesAlone);
        }
        let Some(Defaults { platforms, badges, .. }) = built_in() else {
            root.fault(0, Sentence::NoPlatforms);
            return None;
        };
        return Some(Platforming { platforms, badges, own: false });
    }
    let places: Vec<Places> = tables.iter().map(Places::of).collect();
    let rules: Vec<Option<PlatformRules>> = tables.into_iter().map(read_platform).collect();
    let rules: Vec<PlatformRules> = rules.into_iter().collect::<Option<_>>()?;
    for (position, rule) in rules.iter().enumerate() {
        if rules.iter().take(position).any(|earlier| earlier.id == rule.id) {
            let at = places.get(position).map_or(0, |places| places.table);
            root.fault(at, Sentence::PlatformTwice.of([&rule.id]));
        }
    }
    let platforms = match Platforms::new(rules) {
        Ok(platforms) => platforms,
        Err((position, message)) => {
            let at = places.get(position).map_or(0, |places| places.of_fault(&message));
            root.fault(at, message);
            return None;
        }
    };
    let badges = read_badges(badges, &platforms);
    Some(Platforming { platforms, badges, own: true })
}

/// Where the texts of a platform stand that rules can be wrong in.
struct Places {
    table: usize,
    texts: Vec<(String, usize)>,
}

impl Places {
    fn of(platform: &Fields<'_, '_>) -> Self {
        Self { table: platform.at, texts: platform.all_texts() }
    }

    /// Where the text stands that a message is about: of those that it names, the one that is farthest in.
    /// The table, where it names none.
    fn of_fault(&self, message: &Message) -> usize {
        let named = message.texts().into_iter().rev();
        let mut places = named.filter_map(|named| {
            self.texts.iter().find(|(text, _)| text == named).map(|(_, at)| *at)
        });
        places.next().unwrap_or(self.table)
    }
}

fn read_platform(fields: Fields<'_, '_>) -> Option<PlatformRules> {
    let id = fields.required_text("id");
    let name = fields.required_text("name");
    let former_names = values(fields.texts("former_names"));
    let aliases = values(fields.texts("aliases"));
    let owner = fields.required_text("owner");
    let country = fields.text("country").filter(|code| is_country(&fields, code));
    let login = fields.required_choice("login", &LoginNeeded::ALL, LoginNeeded::id);
    let url = fields.address("login_url").map(|text| text.value);
    let seen = fields.web_date("login_seen").map(|date| date.value);
    let discouraged = read_discouraged(&fields);
    let hosts = values(fields.texts("hosts"));
    let tabs = values(fields.texts("tabs"));
    let names: Vec<Option<NameRules>> =
        fields.tables("names", Sentence::ANameSpace).into_iter().map(read_name_space).collect();
    let refused: Vec<Option<Refusal>> =
        fields.tables("refused", Sentence::ARefusal).into_iter().map(read_refusal).collect();
    let note = fields.text("note").map(|text| text.value);
    fields.finish();
    Some(PlatformRules {
        id: id?.value,
        name: name?.value,
        former_names,
        aliases,
        owner: owner?.value,
        country: country.map(|code| code.value),
        reading: Reading { login: login?, url, seen },
        discouraged,
        hosts,
        tabs,
        names: names.into_iter().collect::<Option<_>>()?,
        refused: refused.into_iter().collect::<Option<_>>()?,
        note,
    })
}

/// Advice against a platform, which needs a page that gives it.
fn read_discouraged(fields: &Fields<'_, '_>) -> Option<Discouraged> {
    // Without it, the keys of its page and date are as unknown as any.
    let text = fields.text("discouraged")?;
    let url = fields.required_address("discouraged_url");
    let seen = fields.required_web_date("discouraged_seen");
    Some(Discouraged { text: text.value, url: url?.value, seen: seen?.value })
}

fn read_name_space(fields: Fields<'_, '_>) -> Option<NameRules> {
    let id = fields.required_text("id");
    let syntax = fields.required_text("syntax");
    let case = fields.required_choice("case", &CaseRule::ALL, CaseRule::id);
    let ignored = fields.text("ignored").map(|text| text.value).unwrap_or_default();
    let sign = fields.text("sign").map(|text| text.value).unwrap_or_default();
    let is_platform_id = fields.flag("platform_id");
    let is_preferred = fields.flag("preferred");
    let is_personal = fields.flag("personal");
    let is_domain = fields.flag("domain");
    let address = fields.required_text("address");
    let forms = values(fields.texts("forms"));
    fields.finish();
    Some(NameRules {
        id: id?.value,
        syntax: syntax?.value,
        case: case?,
        ignored,
        sign,
        is_platform_id,
        is_preferred,
        is_personal,
        is_domain,
        address: address?.value,
        forms,
    })
}

fn read_refusal(fields: Fields<'_, '_>) -> Option<Refusal> {
    let what = fields.required_choice("what", &NotAnAccount::ALL, NotAnAccount::id);
    let forms = values(fields.texts("forms"));
    let author = read_author(&fields, what);
    fields.finish();
    Some(Refusal { what: what?, forms, author })
}

/// Whether the platform holds to the name in such addresses, which needs a page that says so.
fn read_author(fields: &Fields<'_, '_>, what: Option<NotAnAccount>) -> Option<AuthorRule> {
    let author = fields.choice("author", &Authorship::ALL, Authorship::id)?;
    let url = fields.required_address("author_url");
    let seen = fields.required_web_date("author_seen");
    if what.is_some_and(|what| !what.is_item() || what == NotAnAccount::Other) {
        fields.fault(fields.at, Sentence::AuthorOfNone);
        return None;
    }
    Some(AuthorRule { authorship: author, url: url?.value, seen: seen?.value })
}

fn read_badges(tables: Vec<Fields<'_, '_>>, platforms: &Platforms) -> Vec<BadgeKind> {
    let mut badges: Vec<BadgeKind> = Vec::new();
    for fields in tables {
        let id = fields.required_text("id");
        if let Some(id) = &id
            && badges.iter().any(|earlier| earlier.id == id.value)
        {
            fields.fault(id.at, Sentence::BadgeKindTwice.of([&id.value]));
        }
        if let Some(badge) = read_badge(fields, id, platforms) {
            badges.push(badge);
        }
    }
    badges
}

fn read_badge(
    fields: Fields<'_, '_>,
    id: Option<Located<String>>,
    platforms: &Platforms,
) -> Option<BadgeKind> {
    let platform =
        fields.required_text("platform").and_then(|id| known_platform(&fields, &id, platforms));
    let name = fields.required_text("name");
    let from = fields.web_date("from").map(|date| date.value);
    let until = fields.web_date("until");
    if let (Some(from), Some(until)) = (from, &until)
        && until.value < from
    {
        fields.fault(until.at, Sentence::UntilBeforeFrom.of([&from]));
    }
    let gained = fields.required_choice("gained", &Gained::ALL, Gained::id);
    let lost_by_renaming = fields.flag("lost_by_renaming");
    let meaning = fields.required_text("meaning");
    let url = fields.required_address("url");
    let seen = fields.required_web_date("seen");
    fields.finish();
    Some(BadgeKind {
        id: id?.value,
        platform: platform?,
        name: name?.value,
        from,
        until: until.map(|date| date.value),
        gained: gained?,
        lost_by_renaming,
        meaning: meaning?.value,
        url: url?.value,
        seen: seen?.value,
    })
}

fn values(texts: Vec<Located<String>>) -> Vec<String> {
    texts.into_iter().map(|text| text.value).collect()
}
