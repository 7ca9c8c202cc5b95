//! What stands before the organisations.

use super::writer::Writer;
use crate::compact_sort::CompactSort;
use crate::directory::{BadgeKind, Directory, Kind, Lexicon};
use crate::platform::{Coding, NameRules, Platform, PlatformRules};

pub(super) fn write(writer: &mut Writer, directory: &Directory) {
    let header = &directory.header;
    writer.bare("schema", &header.schema.to_string());
    writer.text("title", &header.title);
    writer.text("edition", &header.edition.to_string());
    writer.text("licence", &header.licence);
    writer.optional("country", header.of_country.as_deref());
    writer.texts("languages", &header.spoken);
    writer.texts("domains", &header.domains);
    for source in &directory.sources {
        writer.table("source");
        writer.text("id", &source.id);
        writer.text("title", &source.title);
        writer.optional("publisher", source.publisher.as_deref());
        writer.optional("kept_by", source.kept_by.as_deref());
        writer.text("url", &source.url);
        writer.text("retrieved", &source.retrieved.to_string());
        writer.optional("licence", source.licence.as_deref());
        writer.optional("note", source.note.as_deref());
    }
    if directory.own_platforms {
        for (_, platform) in directory.platforms.iter() {
            write_platform(writer, &platform.rules);
        }
        for badge in &directory.badges {
            write_badge(writer, directory, badge);
        }
    }
    write_inventories(writer, directory);
    write_policies(writer, directory);
    write_conventions(writer, directory);
    if directory.own_lexicon {
        write_lexicon(writer, &directory.lexicon);
    }
    if directory.own_wrappers {
        write_wrappers(writer, directory);
    }
    write_families(writer, directory);
    write_imitations(writer, directory);
}

fn write_platform(writer: &mut Writer, rules: &PlatformRules) {
    writer.table("platform");
    writer.text("id", &rules.id);
    writer.text("name", &rules.name);
    writer.texts("former_names", &rules.former_names);
    writer.texts("aliases", &rules.aliases);
    writer.text("owner", &rules.owner);
    writer.optional("country", rules.country.as_deref());
    writer.text("login", rules.reading.login.id());
    writer.optional("login_url", rules.reading.url.as_deref());
    writer.optional("login_seen", rules.reading.seen.map(|date| date.to_string()).as_deref());
    if let Some(advice) = &rules.discouraged {
        writer.text("discouraged", &advice.text);
        writer.text("discouraged_url", &advice.url);
        writer.text("discouraged_seen", &advice.seen.to_string());
    }
    writer.texts("hosts", &rules.hosts);
    writer.texts("tabs", &rules.tabs);
    writer.optional("note", rules.note.as_deref());
    for name in &rules.names {
        write_name_space(writer, name);
    }
    for refusal in &rules.refused {
        writer.table("platform.refused");
        writer.text("what", refusal.what.id());
        writer.texts("forms", &refusal.forms);
        if let Some(author) = &refusal.author {
            writer.text("author", author.authorship.id());
            writer.text("author_url", &author.url);
            writer.text("author_seen", &author.seen.to_string());
        }
    }
}

fn write_name_space(writer: &mut Writer, name: &NameRules) {
    writer.table("platform.names");
    writer.text("id", &name.id);
    writer.text("syntax", &name.syntax);
    writer.text("case", name.case.id());
    if !name.ignored.is_empty() {
        writer.text("ignored", &name.ignored);
    }
    if !name.sign.is_empty() {
        writer.text("sign", &name.sign);
    }
    let flags = [
        ("platform_id", name.is_platform_id),
        ("preferred", name.is_preferred),
        ("personal", name.is_personal),
        ("domain", name.is_domain),
    ];
    for (key, _) in flags.iter().filter(|(_, set)| *set) {
        writer.bare(key, "true");
    }
    writer.text("address", &name.address);
    writer.texts("forms", &name.forms);
}

fn write_badge(writer: &mut Writer, directory: &Directory, badge: &BadgeKind) {
    writer.table("badge");
    writer.text("id", &badge.id);
    writer.text("platform", directory.platform(badge.platform).id());
    writer.text("name", &badge.name);
    writer.optional("from", badge.from.map(|date| date.to_string()).as_deref());
    writer.optional("until", badge.until.map(|date| date.to_string()).as_deref());
    writer.text("gained", badge.gained.id());
    if badge.lost_by_renaming {
        writer.bare("lost_by_renaming", "true");
    }
    writer.text("meaning", &badge.meaning);
    writer.text("url", &badge.url);
    writer.text("seen", &badge.seen.to_string());
}

fn write_inventories(writer: &mut Writer, directory: &Directory) {
    for inventory in &directory.inventories {
        writer.table("inventory");
        writer.text("title", &inventory.title);
        writer.bare("organisations", &inventory.organisations.to_string());
        let mut counts = inventory.counts.clone();
        counts.compact_sort();
        let counts: Vec<String> = counts
            .iter()
            .map(|(platform, count)| format!("{} = {count}", directory.platform(*platform).id()))
            .collect();
        writer.bare("counts", &format!("{{ {} }}", counts.join(", ")));
        writer.text("url", &inventory.url);
        writer.text("seen", &inventory.seen.to_string());
        writer.optional("note", inventory.note.as_deref());
    }
}

fn write_policies(writer: &mut Writer, directory: &Directory) {
    for policy in &directory.policies {
        let mut platforms = policy.platforms.clone();
        platforms.compact_sort();
        let platforms: Vec<&str> =
            platforms.iter().map(|it| directory.platform(*it).id()).collect();
        let kinds: Vec<&str> = policy.kinds.iter().copied().map(Kind::id).collect();
        let organisations = policy.organisations.iter().map(|it| directory.organisation(*it));
        let organisations: Vec<&str> = organisations.map(|it| it.id.as_str()).collect();
        writer.table("policy");
        writer.text("id", &policy.id);
        writer.text("rule", &policy.rule);
        writer.texts("platforms", &platforms);
        writer.optional("binds", policy.binds.as_deref());
        writer.texts("kinds", &kinds);
        writer.texts("organisations", &organisations);
        writer.text("issuer", &policy.issuer);
        let source = policy.source.and_then(|it| directory.sources.get(it.position()));
        writer.optional("source", source.map(|it| it.id.as_str()));
        writer.optional("url", Some(policy.url.as_str()).filter(|_| policy.own_url));
        writer.text("seen", &policy.seen.to_string());
        writer.text("from", &policy.from.to_string());
        writer.optional("until", policy.until.map(|date| date.to_string()).as_deref());
        writer.optional("note", policy.note.as_deref());
    }
}

fn write_conventions(writer: &mut Writer, directory: &Directory) {
    for convention in &directory.conventions {
        writer.table("convention");
        writer.text("kind", convention.kind.id());
        writer.text("platform", directory.platform(convention.platform).id());
        writer.text("template", &convention.template);
        writer.text("url", &convention.url);
        writer.text("seen", &convention.seen.to_string());
        writer.optional("note", convention.note.as_deref());
    }
}

fn write_lexicon(writer: &mut Writer, lexicon: &Lexicon) {
    for words in &lexicon.kinds {
        writer.table("kind");
        writer.text("id", words.kind.id());
        writer.texts("name_words", &words.name_words);
        writer.texts("handle_prefixes", &words.handle_prefixes);
        writer.texts("handle_suffixes", &words.handle_suffixes);
        writer.texts("words", &words.words);
    }
    for synonym in &lexicon.synonyms {
        writer.table("synonym");
        writer.text("word", &synonym.word);
        if synonym.typed.is_empty() {
            writer.bare("typed", "[]");
        }
        writer.texts("typed", &synonym.typed);
        writer.optional("note", synonym.note.as_deref());
    }
    for phrases in &lexicon.phrases {
        writer.table("phrase");
        writer.text("role", phrases.role.id());
        if phrases.typed.is_empty() {
            writer.bare("typed", "[]");
        }
        writer.texts("typed", &phrases.typed);
        writer.optional("note", phrases.note.as_deref());
    }
}

fn write_wrappers(writer: &mut Writer, directory: &Directory) {
    for (_, wrapper) in directory.wrappers.iter() {
        writer.table("wrapper");
        writer.text("name", &wrapper.name);
        writer.text("kind", wrapper.kind.id());
        writer.texts("hosts", &wrapper.hosts);
        writer.texts("paths", &wrapper.paths);
        writer.texts("parameters", &wrapper.parameters);
        writer.optional("shows", wrapper.shows.as_deref());
        if wrapper.coding != Coding::Plain {
            writer.text("coding", wrapper.coding.id());
        }
        writer.text("url", &wrapper.url);
        writer.text("seen", &wrapper.seen.to_string());
        writer.optional("note", wrapper.note.as_deref());
    }
}

fn write_families(writer: &mut Writer, directory: &Directory) {
    for family in &directory.families {
        writer.table("family");
        writer.text("word", &family.word);
        let organisation = family.organisation.map(|index| directory.organisation(index));
        writer.optional("organisation", organisation.map(|it| it.id.as_str()));
        if family.with_place {
            writer.bare("with_place", "true");
        }
        if family.is_generic {
            writer.bare("generic", "true");
        }
        if family.is_phishing_target {
            writer.bare("phishing_target", "true");
        }
        writer.texts("except", &family.except);
    }
}

fn write_imitations(writer: &mut Writer, directory: &Directory) {
    for imitation in &directory.imitations {
        writer.table("imitation");
        writer.text("organisation", &directory.organisation(imitation.organisation).id);
        let platform = imitation.platform.map(|index| directory.platform(index));
        writer.optional("platform", platform.map(Platform::id));
        writer.texts("names", &imitation.names);
        writer.text("text", &imitation.text);
        writer.text("url", &imitation.url);
        writer.text("seen", &imitation.seen.to_string());
    }
}
