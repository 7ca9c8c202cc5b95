//! From what a person pastes or types to the account that it means.

use super::address::{Base, Pieces};
use super::compile::Meaning;
use super::form::Form;
use super::name::NameSpace;
use super::name_error::NameSyntaxError;
use super::{
    AccountName, AddressError, Ambiguity, Authorship, NameError, NameRules, ParsedAddress,
    Platform, PlatformIndex, Platforms, Reference, Wrong, cut_off, is_under,
};

impl Platform {
    /// A handle as a person types it, in the platform's first name-space.
    ///
    /// # Errors
    ///
    /// Why no account of the platform can have it.
    pub fn parse_name(&self, typed: &str) -> Result<AccountName, NameError> {
        self.parse_in(self.spaces.first(), typed, "")
    }

    /// One of the platform's own immutable ids.
    ///
    /// # Errors
    ///
    /// Why no account of the platform can have it.
    pub fn parse_platform_id(&self, typed: &str) -> Result<AccountName, NameError> {
        self.parse_in(self.id_space(), typed, "platform id")
    }

    fn id_space(&self) -> Option<&NameSpace> {
        self.spaces.iter().find(|space| space.rules().is_platform_id)
    }

    fn parse_in(
        &self,
        space: Option<&NameSpace>,
        typed: &str,
        kind: &str,
    ) -> Result<AccountName, NameError> {
        let fault = |wrong| NameError::new(typed, self.name(), kind, wrong);
        let space = space.ok_or_else(|| fault(Wrong::NoSuchNames))?;
        self.typed_in(space, typed).map_err(|error| space.explain(typed, self.name(), error))
    }

    /// A typed name that its own address leads back to; stop words such as `search` don't.
    fn typed_in(&self, space: &NameSpace, typed: &str) -> Result<AccountName, NameSyntaxError> {
        let name = space.typed(typed, &self.hosts)?;
        if self.surely_leads_back(&name) {
            return Ok(name);
        }
        let index = PlatformIndex(0);
        let parsed = match self.plain_pieces(&name) {
            Some((pieces, forms)) => self.find_in(index, &pieces, Some(&name), forms),
            None => Pieces::read(&self.address_of(&name))
                .and_then(|pieces| self.find_in(index, &pieces, Some(&name), self.forms().iter())),
        };
        match parsed {
            Ok(parsed) if parsed.account.name == name && parsed.part.is_none() => Ok(name),
            _ => Err(NameSyntaxError::Reserved),
        }
    }

    /// A name that [`Platform::parse_name`] or [`Platforms::parse_address`] gave before, read again
    /// without a check: its text and the position of its name-space.
    pub fn known_name(&self, space: usize, text: &str) -> Option<AccountName> {
        Some(self.spaces.get(space)?.known(text))
    }

    /// Whether a name belongs to a person rather than to an organisation.
    pub fn is_personal(&self, name: &AccountName) -> bool {
        self.name_rules(name).is_some_and(|rules: &NameRules| rules.is_personal)
    }

    /// The account that an address leads to.
    fn parse_pieces(
        &self,
        index: PlatformIndex,
        pieces: &Pieces,
    ) -> Result<ParsedAddress, AddressError> {
        self.find_in(index, pieces, None, self.forms().iter())
    }

    /// The account that an address leads to by all forms that can find something in it. A name that is known to be
    /// sound isn't matched again.
    pub(super) fn find_in<'f>(
        &'f self,
        index: PlatformIndex,
        pieces: &Pieces,
        known: Option<&AccountName>,
        forms: impl Iterator<Item = &'f (Form, Meaning)>,
    ) -> Result<ParsedAddress, AddressError> {
        if pieces.hides_slash {
            return Err(AddressError::Ambiguous(index, Ambiguity::HiddenSlash));
        }
        let mut fault = AddressError::UnknownForm(index);
        let mut error = None;
        for (form, meaning) in forms {
            let Some(found) = form.find(pieces) else {
                continue;
            };
            let space = found.as_ref().and_then(|(space, _)| self.spaces.get(usize::from(*space)));
            match (found, space, *meaning) {
                (Some((_, text)), Some(space), meaning) => {
                    let keys = self.name_keys(&pieces.base);
                    let ambiguity = form.ambiguity(pieces, keys);
                    let is_known = |it: &&AccountName| space.has(it) && it.text() == text;
                    let name = match known.filter(is_known) {
                        Some(name) => Ok(name.clone()),
                        None => self.name_in(space, &text, &pieces.base),
                    };
                    // In a path, what is no name is no second one.
                    let is_name = name.is_ok() || form.name_key().is_some();
                    if let Some(ambiguity) = ambiguity.filter(|_| is_name) {
                        return Err(AddressError::Ambiguous(index, ambiguity));
                    }
                    match name {
                        // What is behind the name is as unknown as how it went on.
                        Ok(_) if meaning.is_other() && is_cut_off(pieces) => {
                            error = Some((space, format!("{text}…"), NameSyntaxError::CutOff));
                            break;
                        }
                        Ok(name) => {
                            let account = Reference { platform: index, name };
                            let is_elsewhere = space.with_host() && text.contains('@');
                            return Ok(parsed(account, meaning, is_elsewhere));
                        }
                        Err(found) => {
                            let is_decided = found.is_decided();
                            // The last one is the one that asks least, and says most about the name.
                            error = Some((space, text, found));
                            if is_decided {
                                break;
                            }
                        }
                    }
                }
                (_, _, Meaning::Other(what, _)) => {
                    fault = AddressError::NotAnAccount(index, what);
                    error = None;
                    break;
                }
                _ => {}
            }
        }
        Err(match error {
            Some((_, _, NameSyntaxError::UnknownHost(host))) => AddressError::UnknownHost(host),
            Some((space, text, error)) => {
                AddressError::BadName(index, space.explain(&text, self.name(), error))
            }
            None if is_cut_off(pieces) && fault == AddressError::UnknownForm(index) => {
                let last = pieces.path.last().map_or("", String::as_str);
                AddressError::BadName(index, NameError::new(last, self.name(), "", Wrong::CutOff))
            }
            None => fault,
        })
    }

    /// The keys that stand before the name of an account in the queries of such addresses.
    fn name_keys(&self, base: &Base) -> impl Iterator<Item = &str> {
        let scheme = match base {
            Base::Host(_) => None,
            Base::Scheme(scheme) => Some(scheme.clone()),
        };
        let all = self.forms().iter().map(|(form, _)| form);
        let here = all.filter(move |form| form.scheme() == scheme.as_deref());
        here.filter_map(Form::name_key)
    }

    fn name_in(
        &self,
        space: &NameSpace,
        text: &str,
        base: &Base,
    ) -> Result<AccountName, NameSyntaxError> {
        match base {
            // `mastodon.nl/@u` is u@mastodon.nl; `mastodon.nl/@u@other.nl` shows u@other.nl there.
            Base::Host(host) if space.with_host() && !text.contains('@') => {
                space.name(&format!("{text}@{host}"), &self.hosts)
            }
            _ => space.name(text, &self.hosts),
        }
    }

    fn is_at(&self, base: &Base) -> bool {
        match base {
            Base::Host(host) => self.hosts.iter().any(|pattern| pattern.fits(host)),
            Base::Scheme(scheme) => {
                self.forms().iter().any(|(form, _)| form.scheme() == Some(scheme.as_str()))
            }
        }
    }
}

/// Whether the path of an address goes on behind what is written.
fn is_cut_off(pieces: &Pieces) -> bool {
    pieces.path.last().is_some_and(|last| cut_off(last).is_some())
}

/// What an address of a form leads to. An account `is_elsewhere` where its server only shows it.
fn parsed(account: Reference, meaning: Meaning, is_elsewhere: bool) -> ParsedAddress {
    match meaning {
        Meaning::Account => ParsedAddress { account, part: None, authorship: Authorship::Bound },
        // The pages of other servers find what they show by its number.
        Meaning::Other(what, Authorship::Bound) if what.is_item() && is_elsewhere => {
            ParsedAddress { account, part: Some(what), authorship: Authorship::Unknown }
        }
        Meaning::Other(what, authorship) => ParsedAddress { account, part: Some(what), authorship },
    }
}

impl Platforms {
    /// The account that a pasted address leads to.
    ///
    /// Takes what people paste: with or without scheme, in any case, with `www.`, query, fragment,
    /// trailing slash, percent-encoding. The host decides, label by label, after IDNA; an address on
    /// a host that no platform lists is never an account.
    ///
    /// # Errors
    ///
    /// Why it leads to none.
    pub fn parse_address(&self, text: &str) -> Result<ParsedAddress, AddressError> {
        let pieces = Pieces::read(text)?;
        let mut fault = match &pieces.base {
            Base::Host(host) => AddressError::UnknownHost(host.clone()),
            Base::Scheme(_) => AddressError::NotAnAddress,
        };
        for (index, platform) in self.iter().filter(|(_, platform)| platform.is_at(&pieces.base)) {
            if let (true, Base::Host(host)) = (pieces.user, &pieces.base) {
                return Err(AddressError::UserBeforeHost(host.clone()));
            }
            match platform.parse_pieces(index, &pieces) {
                Ok(parsed) => return Ok(parsed),
                Err(found) => fault = found,
            }
        }
        Err(fault)
    }

    /// The platform that a host is one of, or lies under one of. A platform of servers that anybody can run,
    /// each with a host of its own, owns none of them.
    pub fn of_host(&self, host: &str) -> Option<&Platform> {
        let is_of = |platform: &Platform| {
            !platform.spaces.iter().any(NameSpace::with_host)
                && (platform.hosts.iter().any(|pattern| pattern.fits(host))
                    || platform.rules.hosts.iter().any(|own| is_under(host, own)))
        };
        self.iter().map(|(_, platform)| platform).find(|platform| is_of(platform))
    }

    /// The platform and the handle that a name like that of a server's account stands for, where the
    /// platform is all of one server: `@POL_Ede@x.com` is `@POL_Ede` on X. Without a sign in front,
    /// it is a mail address.
    pub fn at_one_server<'t>(&self, text: &'t str) -> Option<(PlatformIndex, &'t str)> {
        let text = text.trim();
        let name = text.strip_prefix("acct:").or_else(|| text.strip_prefix(['@', '＠']))?;
        let name = name.strip_prefix('@').unwrap_or(name);
        let (user, host) = name.split_once(['@', '＠'])?;
        let host = host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase();
        let is_there = |platform: &Platform| {
            platform.spaces.first().is_some_and(|space| !space.with_host())
                && platform.hosts.iter().any(|pattern| pattern.fits(&host))
        };
        let (index, _) = self.iter().find(|(_, platform)| is_there(platform))?;
        Some((index, user))
    }

    /// Every account that a bare handle can mean: `@POL_Ede`, `u@host`, `acct:u@host`, a DID, a
    /// telephone number (`tel:+316…` too). One for each platform whose handles it fits, and for
    /// platforms' own ids.
    pub fn parse_handle(&self, text: &str) -> Vec<Reference> {
        let text = text.trim();
        let text = text.strip_prefix("acct:").or_else(|| number_link(text)).unwrap_or(text);
        let is_number = text.chars().all(|c| !c.is_alphabetic());
        let mut references = Vec::new();
        for (platform, rules) in self.iter() {
            let name = |space: Option<&NameSpace>| rules.typed_in(space?, text).ok();
            let handle = name(rules.spaces.first());
            // Ids of digits only would make an account of every telephone number.
            let id = if is_number { None } else { name(rules.id_space()) };
            let id = id.filter(|id| handle.as_ref() != Some(id));
            references
                .extend(handle.into_iter().chain(id).map(|name| Reference { platform, name }));
        }
        references
    }

    /// The same for a name of plain letters and signs, whether it can be one on a platform or not: enough to
    /// look for names that were found sound before, without the work of parsing.
    pub fn unchecked_references(&self, name: &str) -> impl Iterator<Item = Reference> {
        let is_number = name.chars().all(|c| !c.is_alphabetic());
        self.iter().flat_map(move |(platform, rules)| {
            let id = rules.id_space().filter(|_| !is_number);
            let spaces = rules.spaces.first().into_iter().chain(id);
            spaces.map(move |space| Reference { platform, name: space.known(name) })
        })
    }
}

/// The number in a link that calls it, or writes to it: `tel:+316…`, `sms:+316…?body=…`,
/// `smsto:+316…:…`. A link to more than one number is none of these.
fn number_link(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once(':')?;
    let is = |name: &str| scheme.eq_ignore_ascii_case(name);
    let number = match rest.split_once('?') {
        Some((number, body)) if is("sms") && body.starts_with("body=") && !body.contains('&') => {
            number
        }
        None if is("smsto") => rest.split(':').next()?,
        None if is("tel") || is("sms") || is("callto") => rest,
        _ => return None,
    };
    let number = number.trim_start_matches('/');
    let is_number = number.contains(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || "+-.() ".contains(c));
    is_number.then_some(number)
}
