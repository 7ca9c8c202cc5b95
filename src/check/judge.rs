//! The verdict on one thing.

mod address;
mod disguise;
mod foreign;
mod former;
mod listed;
mod places;
mod server;
mod wrapped;

use super::tokens::{TokenKind, is_amount};
use super::{
    Answer, Checker, Instead, KnownSite, LeadsOn, Listed, Named, NotListed, OtherPort, Remark,
    Resemblance, Technique, Verdict, attribution, bearers, hidden, host, phone,
};
use crate::compact_sort::CompactSort;
use crate::directory::{AccountIndex, Directory};
use crate::platform::{Authorship, NotAnAccount, ParsedAddress, PlatformIndex, Reference, cut_off};
use crate::search::Index;

/// What a verdict rests on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judge<'a> {
    pub(super) checker: &'a Checker,
    pub(super) directory: &'a Directory,
    pub(super) index: &'a Index,
    /// The platform of handles that stand without one.
    pub(super) platform: Option<PlatformIndex>,
    /// The platform that they are said to be on, where the directory does not have it.
    pub(super) elsewhere: Option<&'static str>,
    /// How many services stand around what is judged.
    pub(super) layers: usize,
}

/// The sign before a handle, as it is written on a keyboard of any script.
const SIGNS: [char; 2] = ['@', '＠'];

/// A verdict in the making.
struct Found {
    platform: Option<PlatformIndex>,
    account: Option<String>,
    verdict: Verdict,
    remarks: Vec<Remark>,
}

impl Found {
    fn new(platform: Option<PlatformIndex>, account: Option<&str>, verdict: Verdict) -> Self {
        Self { platform, account: account.map(str::to_owned), verdict, remarks: Vec::new() }
    }

    fn with(mut self, remark: Remark) -> Self {
        self.remarks.push(remark);
        self
    }
}

impl Judge<'_> {
    /// The answer to one token of an input.
    pub(super) fn answer(&self, kind: TokenKind, text: &str) -> Answer {
        let Found { platform, account, verdict, remarks } = self.seen(kind, text);
        Answer { asked: text.to_owned(), platform, account, verdict, remarks }
    }

    /// The verdict on one token, with what nobody sees in it.
    fn seen(&self, kind: TokenKind, text: &str) -> Found {
        let hidden = hidden::hidden(text);
        if hidden.is_empty() { self.found(kind, text) } else { self.disguised(kind, text, hidden) }
    }

    fn found(&self, kind: TokenKind, text: &str) -> Found {
        let found = with_scripts(self.by_kind(kind, text), text);
        // A number may be that of a listed account, too: then that is what it was asked for.
        let is_listed = matches!(found.verdict, Verdict::Official(_) | Verdict::Retired(_));
        if is_listed
            || kind == TokenKind::BankAccount
            || self.platform.is_some()
            || self.elsewhere.is_some()
        {
            return found;
        }
        let phone = phone::read(self.directory, text)
            .filter(|phone| matches!(phone, Instead::Phone(_)) || !found.verdict.is_imitation());
        phone.map_or(found, |phone| Found::new(None, None, Verdict::NotAnAccount(phone)))
    }

    fn by_kind(&self, kind: TokenKind, text: &str) -> Found {
        match kind {
            TokenKind::Address => self.address(text),
            TokenKind::Handle => self.handle(text),
            TokenKind::BankAccount => {
                Found::new(None, None, Verdict::NotAnAccount(Instead::BankAccount))
            }
            TokenKind::Words => self.words(text),
        }
    }

    /// An address that leads to an account, or to a part of one.
    fn parsed(&self, parsed: &ParsedAddress) -> Found {
        let Reference { platform, name } = &parsed.account;
        let (platform, name) = (*platform, name.text());
        let found = |verdict| Found::new(Some(platform), Some(name), verdict);
        let listed = self.directory.account_by(&parsed.account);
        let foreign = || self.foreign(name, &[&parsed.account]);
        match (listed, parsed.part) {
            (Some(account), None) => {
                let found = found(self.verdict_on_listed(Listed { account, others: Vec::new() }));
                self.with_siblings(found, account)
            }
            (Some(account), Some(what)) => found(part(what, Some(account), parsed)),
            (None, None) => self
                .former(&parsed.account)
                .or_else(foreign)
                .unwrap_or_else(|| self.unlisted(Some(platform), name, &[platform])),
            (None, Some(what)) if self.directory.formerly(&parsed.account).is_some() => {
                found(part(what, None, parsed))
            }
            (None, Some(what)) => {
                // Who links to a post of a look-alike wants to be believed just the same.
                let of_account = self.unlisted(Some(platform), name, &[platform]);
                if of_account.verdict.is_imitation() && foreign().is_none() {
                    return of_account.with(Remark::Part(what));
                }
                found(part(what, None, parsed))
            }
        }
    }

    /// A handle, on the platform that is known for it or on all.
    fn handle(&self, text: &str) -> Found {
        // Platforms that allow points alone in a name have no account that is called so.
        if !text.contains(char::is_alphanumeric) {
            return Found::new(None, None, Verdict::NotAnAccount(Instead::Nothing));
        }
        if let Some(beginning) = cut_off(text) {
            return self.cut_off(self.platform, beginning);
        }
        if let Some(elsewhere) = self.elsewhere.filter(|_| !is_at_server(text)) {
            return self.unlisted(None, bare_name(text), &[]).with(Remark::Elsewhere(elsewhere));
        }
        if let Some((platform, name)) = self.directory.platforms.at_one_server(text) {
            return Self { platform: Some(platform), ..*self }.handle(name);
        }
        let all = self.directory.platforms.parse_handle(text);
        let on = |reference: &&Reference| self.platform.is_none_or(|it| reference.platform == it);
        let meant: Vec<&Reference> = all.iter().filter(on).collect();
        // Nobody writes the sign before the name of a page on Facebook or LinkedIn.
        let is_signed = self.platform.is_none() && text.trim().starts_with(SIGNS);
        let is_written_so = |platform: PlatformIndex| {
            let names = &self.directory.platform(platform).rules.names;
            !is_signed || names.first().is_some_and(|it| it.sign.starts_with(SIGNS))
        };
        let mut listed: Vec<AccountIndex> =
            meant.iter().filter_map(|reference| self.directory.account_by(reference)).collect();
        let is_other =
            |account: AccountIndex| !is_written_so(self.directory.account(account).platform);
        listed.compact_sort_by_key(|&account| (is_other(account), self.preference(account)));
        listed.dedup();
        let listed = listed.split_first();
        let Some((&account, others)) = listed.filter(|(first, _)| !is_other(**first)) else {
            let is_elsewhere = listed.is_some();
            let meant: Vec<&Reference> =
                meant.into_iter().filter(|it| is_written_so(it.platform)).collect();
            if is_elsewhere {
                let name = bare_name(text);
                let former = meant.iter().find_map(|reference| self.former(reference));
                let found = former.or_else(|| self.foreign(name, &meant));
                let unlisted = || self.unlisted(None, name, &[]).with(Remark::AllPlatforms);
                return found.unwrap_or_else(unlisted);
            }
            let former = meant.iter().find_map(|reference| self.former(reference));
            return former.unwrap_or_else(|| self.unlisted_handle(text, &meant));
        };
        let verdict = self.verdict_on_listed(Listed { account, others: others.to_vec() });
        let it = self.directory.account(account);
        let name = meant.iter().find(|reference| it.references().any(|own| own == ***reference));
        let name = name.map(|reference| reference.name.text());
        let found = Found::new(Some(it.platform), name, verdict);
        let found = self.with_siblings(found, account);
        if self.platform.is_none() && all.len() > 1 {
            return found.with(Remark::AllPlatforms);
        }
        found
    }

    fn unlisted_handle(&self, text: &str, meant: &[&Reference]) -> Found {
        let name = bare_name(text);
        if let Some(found) = self.foreign(name, meant) {
            return found;
        }
        if let Some((user, host)) = name.rsplit_once('@')
            && meant.is_empty()
            && !user.is_empty()
        {
            return self.at_host(text, user, host);
        }
        let mut on: Vec<PlatformIndex> = meant.iter().map(|it| it.platform).collect();
        on.dedup();
        if !on.is_empty() {
            let only = (on.len() == 1).then(|| on.first().copied()).flatten();
            let found = self.unlisted(only, name, if only.is_some() { &on } else { &[] });
            let is_open = self.platform.is_none() && only.is_none();
            return if is_open { found.with(Remark::AllPlatforms) } else { found };
        }
        if let Some(resemblance) = self.imitated_name(name, self.platform.as_slice()) {
            let verdict = Verdict::LookAlike(resemblance);
            return Found::new(self.platform, Some(name), verdict);
        }
        if let Some(platform) = self.platform
            && let Err(fault) = self.directory.platform(platform).parse_name(name)
        {
            let verdict = Verdict::NotAnAccount(Instead::ImpossibleName(fault, None));
            return Found::new(Some(platform), Some(name), verdict);
        }
        self.words(name)
    }

    /// A name that an account can have and that is not listed. `on` are the platforms that it may be
    /// on; none where nobody knows.
    fn unlisted(&self, platform: Option<PlatformIndex>, name: &str, on: &[PlatformIndex]) -> Found {
        if let Some(account) = self.with_full_stop(name, on) {
            let name = format!("{name}.");
            let verdict = self.verdict_on_listed(Listed { account, others: Vec::new() });
            return Found::new(platform, Some(&name), verdict);
        }
        let domain_of = platform.and_then(|platform| self.domain_of(platform, name));
        let imitated = domain_of.is_none().then(|| self.imitated_name(name, on)).flatten();
        let foreign = imitated.as_ref().and_then(|_| self.foreign_namesake(name));
        if let Some(resemblance) = imitated.filter(|_| foreign.is_none()) {
            return Found::new(platform, Some(name), Verdict::LookAlike(resemblance));
        }
        let similarity = self.checker.similarity(self.directory);
        let foreign = foreign.or_else(|| self.foreign_elsewhere(platform?, name));
        let family = similarity.family_word(self.directory, name).map(|word| word.family);
        let namesakes = similarity.namesakes(self.directory, name);
        let owner = domain_of.as_ref().and_then(|site| site.organisation(self.directory));
        let mut named = similarity.natural(self.directory, name);
        let mut claims = attribution::claimed_organisations(self, name, family, &namesakes, &named);
        named.truncate(attribution::MOST);
        named.retain(|organisation| {
            let is_its =
                |it: &AccountIndex| self.directory.account(*it).organisation == *organisation;
            owner != Some(*organisation) && !namesakes.iter().any(is_its)
        });
        if let Some(owner) = owner {
            claims.retain(|claim| *claim != owner);
            claims.insert(0, owner);
        }
        let word = family.and_then(|family| self.directory.families.get(family));
        let word = word.and_then(|family| bearers::service_named(self.directory, &family.word));
        let not_listed = NotListed {
            service: word.or_else(|| bearers::service_named(self.directory, name)),
            reported: attribution::reported(self.directory, name, on, &claims),
            // All of a family are somewhat like it.
            similar: match family {
                // Who goes by this name elsewhere takes nobody else's.
                _ if foreign.is_some() => Vec::new(),
                Some(_) => Vec::new(),
                None => similarity.similar(self.directory, name, attribution::MOST),
            },
            domain_of,
            named: if foreign.is_some() { Vec::new() } else { named },
            foreign,
            namesakes,
            claims,
            family,
        };
        let found = Found::new(platform, Some(name), Verdict::NotListed(not_listed));
        match attribution::convention(self.directory, name, on) {
            Some(convention) => found.with(Remark::FollowsConvention(convention)),
            None => found,
        }
    }

    /// The listed website that a name is, on a platform where names are domains.
    fn domain_of(&self, platform: PlatformIndex, name: &str) -> Option<KnownSite> {
        let rules = self.directory.platform(platform);
        let name = rules.parse_name(name).ok()?;
        // The hosts take as long to read as all the rest: only where a name is one.
        if !rules.name_rules(&name)?.is_domain {
            return None;
        }
        self.checker.hosts(self.directory).site(self.directory, name.key(), "")
    }

    /// The listed name, or the word of a family, that a name passes itself off as.
    fn imitated_name(&self, name: &str, on: &[PlatformIndex]) -> Option<Resemblance> {
        self.resembled(name, on).or_else(|| {
            let similarity = self.checker.similarity(self.directory);
            similarity.family_word(self.directory, name)?.disguise
        })
    }

    fn resembled(&self, name: &str, on: &[PlatformIndex]) -> Option<Resemblance> {
        let similarity = self.checker.similarity(self.directory);
        let found = similarity.resembled(self.directory, name, on)?;
        // An organisation's own name, on a platform that nobody knows: there it may be its account.
        let is_own_name = on.is_empty()
            && found.techniques.iter().all(|technique| *technique == Technique::Separators)
            && similarity
                .named(self.directory, name)
                .contains(&found.of.organisation(self.directory));
        (!is_own_name).then_some(found)
    }

    /// Words, of which anyone can make a display name.
    fn words(&self, text: &str) -> Found {
        // Words are set apart by spaces and called what people like: that deceives nobody.
        let resemblance = self.imitated_name(text, &[]);
        if let Some(resemblance) = resemblance.filter(|it| it.techniques.iter().any(is_deceit)) {
            return Found::new(None, None, Verdict::LookAlike(resemblance));
        }
        // A sum of money means nobody.
        let is_name = !is_amount(text);
        let meant = if is_name { attribution::meant(self, text) } else { Vec::new() };
        Found::new(None, None, Verdict::NotAnAccount(Instead::Words(meant)))
    }
}

/// A verdict on what is on an official host, with the letters of other scripts in the name of that host.
fn with_scripts(found: Found, text: &str) -> Found {
    let official = match &found.verdict {
        Verdict::NotAnAccount(
            Instead::Site(site)
            | Instead::Mail(Some(site))
            | Instead::OtherPort(OtherPort { site: Some(site), .. })
            | Instead::LeadsOn(LeadsOn { site: Some(site), .. }),
        ) => &site.host,
        Verdict::NotAnAccount(Instead::GovernmentSite(domain)) => domain,
        _ => return found,
    };
    let letters = host::letters_of_other_script(text, official);
    if letters.is_empty() { found } else { found.with(Remark::OtherScript(letters)) }
}

/// Whether a technique is no ordinary difference between a name and the words for it.
fn is_deceit(technique: &Technique) -> bool {
    !matches!(technique, Technique::Separators | Technique::Affix(_))
}

/// A name without the sign before it.
fn bare_name(text: &str) -> &str {
    let name = text.trim().trim_start_matches("acct:");
    name.strip_prefix(SIGNS).unwrap_or(name)
}

/// Whether a name says itself where it is: `name@server`.
fn is_at_server(text: &str) -> bool {
    bare_name(text).contains('@')
}

/// Something whose address names an account, and whose it is as far as that proves it.
fn part(what: NotAnAccount, account: Option<AccountIndex>, parsed: &ParsedAddress) -> Verdict {
    let is_ignored = parsed.authorship == Authorship::Ignored;
    let is_bound = parsed.authorship == Authorship::Bound;
    let named = (!is_bound).then_some(Named { account, is_ignored });
    let of = account.filter(|_| is_bound);
    Verdict::NotAnAccount(Instead::OnPlatform { what, of, named })
}

#[cfg(test)]
mod tests;
