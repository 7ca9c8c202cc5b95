//! A large file, read piece by piece: what it says of its organisations is put aside, and no more of it is held than
//! what tables say of each other.
//!
//! Only a sound file is read so. Names that must be unique are compared by a hash that nobody can foresee, and
//! whatever looks amiss makes this way give up: the file is read whole then, and that way alone says what is wrong.

mod collected;
mod part;
mod pieces;

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Seek};
use std::iter::from_fn;
use std::sync::Arc;

use super::accounts::Known;
use super::evidence::Sources;
use super::fields::Context;
use super::foreign::{self, RawForeign};
use super::hosts::Hosts;
use super::problem::Lines;
use super::resolve::{Names, Parts};
use super::{
    BYTE_ORDER_MARK, BuiltIn, circles, hostile_characters, imitations, parts, policies, services,
    tables, topics,
};
use crate::directory::records::{self, Foreign, Records};
use crate::directory::{
    Account, AccountIndex, Date, Directory, Kind, Organisation, OrganisationIndex,
};
use crate::parallel::streamed;
use crate::public_suffixes::PublicSuffixes;
pub(crate) use collected::PartPlace;
use collected::{Collected, Ids};
use part::{Hashes, PartReader};
pub use pieces::Content;
use pieces::Pieces;

/// What a file is read by.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// The last day that a date may name.
    pub today: Date,
    /// No host may be one of these.
    pub suffixes: &'a PublicSuffixes,
    /// What the file takes from the built-in directory.
    pub built_in: BuiltIn<'a>,
    /// The length of a piece at the least, in bytes; the result is the same for any.
    pub piece: usize,
}

/// How long a piece is at the least, in bytes: some five hundred organisations.
pub const PIECE: usize = 256 * 1024;

/// So many pieces are read one after the other by a thread: to hand over each takes a while as well.
pub(crate) const AT_ONCE: usize = 8;

/// A sound file of which all but its organisations is in memory.
#[derive(Debug)]
pub(crate) struct Large {
    /// The directory without its organisations and accounts.
    pub(crate) head: Directory,
    /// What is known of each organisation by its place.
    pub(crate) facts: Vec<Facts>,
    /// On which lines organisations and accounts begin.
    pub(crate) lines: records::Lines,
    /// What was read.
    pub(crate) content: Content,
    ids: Ids,
    aside: File,
    places: Vec<PartPlace>,
    links: Links,
}

/// What decides on the rank of an organisation beside its id.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts {
    pub(crate) has_ended: bool,
    pub(crate) kind: Kind,
    /// The length of its name, in characters.
    pub(crate) name: u32,
}

/// What organisations and accounts have with each other.
#[derive(Debug, Default)]
struct Links {
    parents: Vec<Option<OrganisationIndex>>,
    successors: Vec<Option<OrganisationIndex>>,
    /// With whom accounts are shared, and what is shared with organisations.
    sharers: HashMap<u32, Vec<OrganisationIndex>>,
    given: HashMap<u32, Vec<AccountIndex>>,
    /// The accounts that are shared.
    shared: HashMap<u32, Account>,
}

/// Organisations that follow one another, with their accounts.
#[derive(Debug)]
pub(crate) struct Stretch {
    pub(crate) first: u32,
    pub(crate) organisations: Vec<Organisation>,
    pub(crate) first_account: u32,
    pub(crate) accounts: Vec<Account>,
}

/// What is no reason to report anything: the file is for the other way of reading.
pub(super) fn unusual() -> io::Error {
    io::ErrorKind::InvalidData.into()
}

/// Reads a file from where it stands, and puts its organisations aside; `progress` hears how many bytes are read.
///
/// # Errors
///
/// Where it can't be read, what is put aside can't be written, or the file is not sound or unusual in its form.
pub(crate) fn read(
    file: &mut File,
    aside: File,
    rules: Rules<'_>,
    progress: &dyn Fn(usize),
) -> io::Result<Large> {
    let Rules { today, suffixes, built_in, piece } = rules;
    let mut pieces = Pieces::new(file);
    let first = pieces.next(0)?.ok_or_else(unusual)?;
    let mut done = first.len();
    let text = String::from_utf8(first).map_err(io::Error::other)?;
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&text);
    let context = Context::new(text, today).with_suffixes(suffixes);
    hostile_characters(&context);
    let document = parts::head(text).ok_or_else(unusual)?;
    let raw = tables(&context, &document, built_in).ok_or_else(unusual)?;
    let Parts { header, sources, platforming, lexicon: (lexicon, own_lexicon), .. } = raw;
    let (wrappers, own_wrappers) = raw.wrappers;
    let hosts = Hosts::new(&context, &platforming.platforms);
    let header = header.ok_or_else(unusual)?.resolve(&context, &hosts);
    let by_id = Sources::new(&sources);
    let hashes = Hashes::default();
    let nobody = Names { by_id: &|_| None };
    let reader = PartReader {
        today,
        known: &Known::new(&header, &by_id, &platforming, &[], &nobody),
        header: &header,
        platforming: &platforming,
        sources: &by_id,
        hosts: &hosts,
        foreign: &raw.foreign.iter().flat_map(RawForeign::accounts).cloned().collect(),
        hashes: &hashes,
    };
    let mut all = Collected::new(aside, text);
    let read = |piece: io::Result<Vec<u8>>| piece.and_then(|piece| reader.read(piece));
    streamed(from_fn(|| pieces.next(piece).transpose()), AT_ONCE, read, |part| {
        let part = part?;
        done += part.length;
        progress(done);
        all.take(part)
    })?;
    let was_read = pieces.content();
    let (ids, links) = all.links(&hashes)?;
    let found = |id: &str| ids.find(&hashes, id);
    let names = Names { by_id: &found };
    let families = imitations::families(&context, &names, raw.families);
    let imitations = imitations::imitations(&context, &names, raw.imitations);
    let policies = policies::policies(&context, &names, &by_id, raw.policies);
    let services = services::services(&context, &names, &by_id, &hosts, raw.services);
    let topics = topics::topics(&context, &names, &by_id, raw.topics);
    circles::of_accounts(&context, &platforming.platforms, &all.continued, &all.successors());
    // That none of them is listed was seen to with each piece.
    let lines_of = Lines::new(text);
    let foreign = foreign::resolve(&context, &lines_of, &by_id, &hosts, raw.foreign, (&[], &[]));
    let foreign = Foreign::loaded(foreign, &platforming.platforms);
    if !context.take_unknown().is_empty() || !context.into_faults().is_empty() {
        return Err(unusual());
    }
    let records =
        Records::loaded(Vec::new(), Vec::new(), services, topics, records::Lines::default());
    let head = Directory {
        header,
        platforms: platforming.platforms,
        badges: platforming.badges,
        own_platforms: platforming.own,
        sources,
        inventories: raw.inventories,
        policies,
        conventions: raw.conventions,
        lexicon: Arc::new(lexicon),
        own_lexicon,
        wrappers,
        own_wrappers,
        families,
        imitations,
        foreign,
        records,
        observed: None,
    };
    let Collected { facts, lines, aside, places, .. } = all;
    Ok(Large { head, facts, lines, content: was_read, ids, aside, places, links })
}

impl Large {
    /// The ids of all organisations, in the order of the file.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.all()
    }

    /// What was put aside, in the order of the file; each item is for [`Large::stretch`].
    ///
    /// # Errors
    ///
    /// Where it can't be read; each item may be an error as well.
    pub(crate) fn aside(
        &self,
    ) -> io::Result<impl Iterator<Item = io::Result<(PartPlace, Vec<u8>)>> + Send> {
        let mut aside = &self.aside;
        aside.rewind()?;
        let read = move |place: &PartPlace| {
            let mut bytes = vec![0; place.length];
            aside.read_exact(&mut bytes)?;
            Ok((*place, bytes))
        };
        Ok(self.places.iter().map(read))
    }

    /// The organisations and accounts in what was put aside, with all that they have with others.
    ///
    /// # Errors
    ///
    /// Where that was changed meanwhile.
    pub(crate) fn stretch(&self, place: PartPlace, bytes: &[u8]) -> io::Result<Stretch> {
        let (mut organisations, mut accounts): (Vec<Organisation>, Vec<Account>) =
            postcard::from_bytes(bytes).map_err(io::Error::other)?;
        let PartPlace { first, first_account, .. } = place;
        for (it, at) in accounts.iter_mut().zip(first_account..) {
            if let Some(own) = organisations.get_mut(it.organisation.position()) {
                own.accounts.push(AccountIndex(at));
            }
            it.organisation = behind(first, it.organisation);
            it.shared_with = self.links.sharers.get(&at).cloned().unwrap_or_default();
        }
        for (it, at) in organisations.iter_mut().zip(first..) {
            let of = |all: &[Option<OrganisationIndex>]| all.get(at as usize).copied().flatten();
            it.parent = of(&self.links.parents);
            it.successor = of(&self.links.successors);
            it.accounts.extend(self.links.given.get(&at).into_iter().flatten());
        }
        Ok(Stretch { first, organisations, first_account, accounts })
    }

    /// An account that organisations share, wherever it stands.
    pub(crate) fn shared(&self, AccountIndex(at): AccountIndex) -> Option<&Account> {
        self.links.shared.get(&at)
    }
}

/// The index of an organisation that stands so many behind another.
fn behind(first: u32, OrganisationIndex(at): OrganisationIndex) -> OrganisationIndex {
    OrganisationIndex(first.saturating_add(at))
}
