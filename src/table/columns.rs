//! What stands in the columns of a table, and what of a row can be judged.

use super::TableError;
use super::cells::{self, Shape};
use super::header::{self, Hint};
pub use super::platform_names::Place;
use super::platform_names::PlatformNames;
use crate::directory::Directory;
use crate::platform::PlatformIndex;

/// What the columns are called that this program adds to a table, before what is in them: a second run puts
/// others in their place.
pub const OWN: &str = "officieel: ";

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Addresses of accounts, sites or mail, telephone numbers, or texts with any of these.
    Text,
    /// Names of accounts, on the platform that the row names.
    Name,
    /// Names or addresses of accounts on one platform, after which the column is called.
    NameOn(PlatformIndex),
    /// The platform of the names beside it.
    Platform,
    /// A verdict of an earlier run.
    Own,
    /// Something else.
    Other,
}

/// What stands in the columns of a table.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// What each column holds.
    pub roles: Vec<Role>,
    /// The names of the columns, where the first row has them.
    pub header: Option<Vec<String>>,
    names: PlatformNames,
}

/// Something to be judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The column that it stands in, from 0.
    pub column: usize,
    /// What stands there.
    pub text: String,
    /// The platform of names that stand without one; none where the text says itself what it is, or
    /// nothing does.
    pub place: Option<Place>,
}

/// What was seen in a column of a sample.
#[derive(Debug, Default)]
struct Seen {
    filled: usize,
    address: usize,
    host: usize,
    mail: usize,
    marked: usize,
    name: usize,
    phone: usize,
    number: usize,
    platform: usize,
    listed: usize,
}

impl Seen {
    fn in_column(
        directory: &Directory,
        names: &PlatformNames,
        rows: &[&[String]],
        at: usize,
    ) -> Self {
        let mut seen = Self::default();
        for cell in rows.iter().filter_map(|row| row.get(at)) {
            let shape = cells::shape(cell);
            let is_place = names.is_place(cell);
            if shape == Shape::Empty && !is_place {
                continue;
            }
            seen.filled += 1;
            seen.platform += usize::from(is_place);
            let count = match shape {
                Shape::Address => &mut seen.address,
                Shape::Host => &mut seen.host,
                Shape::Mail => &mut seen.mail,
                Shape::Marked => &mut seen.marked,
                Shape::Name => &mut seen.name,
                Shape::Phone => &mut seen.phone,
                Shape::Number => &mut seen.number,
                Shape::Words | Shape::Empty => continue,
            };
            *count += 1;
            let is_name = matches!(shape, Shape::Marked | Shape::Name | Shape::Host);
            seen.listed +=
                usize::from(is_name && !is_place && is_listed(directory, cells::plain(cell)));
        }
        seen
    }

    /// Whether at least so many in a hundred of the cells are among these.
    fn are(&self, count: usize, percent: usize) -> bool {
        self.filled > 0 && count * 100 >= self.filled * percent
    }

    fn names(&self) -> usize {
        self.marked + self.name + self.host
    }

    /// How many cells hold several words, as names that are shown do.
    fn words(&self) -> usize {
        let others = self.address + self.mail + self.phone + self.number;
        self.filled.saturating_sub(self.names() + others)
    }
}

/// Whether a name is that of a listed account, on whatever platform.
fn is_listed(directory: &Directory, name: &str) -> bool {
    let references = directory.platforms.parse_handle(name);
    references.iter().any(|reference| directory.account_by(reference).is_some())
}

impl Columns {
    /// What stands in the columns of these rows, the first of a table.
    ///
    /// # Errors
    ///
    /// Where there are names of columns and no rows, or no column with anything to judge.
    pub fn read(directory: &Directory, rows: &[&[String]]) -> Result<Self, TableError> {
        let names = PlatformNames::new(directory);
        let (first, rest) = rows.split_first().ok_or(TableError::Empty)?;
        let width = rows.iter().map(|row| row.len()).max().unwrap_or_default();
        let seen = |rows: &[&[String]]| -> Vec<Seen> {
            (0..width).map(|at| Seen::in_column(directory, &names, rows, at)).collect()
        };
        let below = seen(rest);
        let has_header = is_header(&names, first, &below);
        if has_header && rest.is_empty() {
            return Err(TableError::NoRows);
        }
        let below = if has_header { below } else { seen(rows) };
        let name_of = |at: usize| first.get(at).filter(|_| has_header).map_or("", String::as_str);
        let mut roles: Vec<Role> = below
            .iter()
            .enumerate()
            .map(|(at, seen)| role(&names, name_of(at).trim(), seen))
            .collect();
        leave_display_names(&mut roles, &below);
        let has_platforms = roles.contains(&Role::Platform);
        if !roles.iter().any(is_judged) || (has_platforms && !roles.contains(&Role::Name)) {
            let has_text = roles.iter().any(is_judged);
            let is_other = |at: usize| header::hint(name_of(at)) == Some(Hint::Other);
            let likeliest = likeliest(&below, &roles, is_other, has_platforms, has_text);
            if let Some(role) = likeliest.and_then(|at| roles.get_mut(at)) {
                *role = Role::Name;
            }
        }
        // A list of messages.
        if let ([role], [seen]) = (&mut roles[..], &below[..])
            && *role == Role::Other
            && seen.number < seen.filled
        {
            *role = Role::Text;
        }
        if !roles.iter().any(is_judged) {
            return Err(TableError::NoAccounts);
        }
        let header = has_header.then(|| first.to_vec());
        Ok(Self { roles, header, names })
    }

    /// How many columns the table has.
    pub fn width(&self) -> usize {
        self.roles.len()
    }

    /// The columns that are judged, from 0.
    pub fn judged(&self) -> impl Iterator<Item = usize> {
        self.roles.iter().enumerate().filter(|(_, role)| is_judged(role)).map(|(at, _)| at)
    }

    /// What of a row can be judged, in the order of its columns.
    pub fn asked(&self, directory: &Directory, cells: &[String]) -> Vec<Asked> {
        let places = self.places(directory, cells);
        let mut asked = Vec::new();
        for (column, (role, cell)) in self.roles.iter().zip(cells).enumerate() {
            let shape = cells::shape(cell);
            if shape == Shape::Empty || !is_judged(role) {
                continue;
            }
            let says_itself = matches!(shape, Shape::Address | Shape::Mail);
            let mut add = |text: &str, place: Option<Place>| {
                asked.push(Asked { column, text: text.to_owned(), place });
            };
            match role {
                Role::Name | Role::NameOn(_) if says_itself => add(cells::plain(cell), None),
                Role::NameOn(platform) => {
                    cells::pieces(cell).for_each(|it| add(it, Some(Place::On(*platform))));
                }
                Role::Name => {
                    for piece in cells::pieces(cell) {
                        if places.is_empty() {
                            add(piece, None);
                        }
                        for place in &places {
                            add(piece, Some(place.clone()));
                        }
                    }
                }
                _ => add(cells::plain(cell), None),
            }
        }
        asked
    }

    /// The places that a row names, or else those of the addresses in it.
    fn places(&self, directory: &Directory, cells: &[String]) -> Vec<Place> {
        let of = |wanted: Role| {
            let both = self.roles.iter().zip(cells).filter(move |(role, _)| **role == wanted);
            both.map(|(_, cell)| cells::plain(cell))
        };
        if self.roles.contains(&Role::Platform) {
            return of(Role::Platform).flat_map(|cell| self.names.places(cell)).collect();
        }
        let addresses =
            of(Role::Text).filter_map(|cell| directory.platforms.parse_address(cell).ok());
        let mut places: Vec<Place> = Vec::new();
        for parsed in addresses {
            let place = Place::On(parsed.account.platform);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }
}

/// Leaves out names that are shown, which decide nothing, where names of accounts stand beside them.
fn leave_display_names(roles: &mut [Role], seen: &[Seen]) {
    let is_shown = |seen: &Seen| seen.are(seen.words(), 20);
    let both = || roles.iter().zip(seen).filter(|(role, _)| **role == Role::Name);
    if both().any(|(_, seen)| seen.are(seen.names() + seen.address, 95)) {
        for (role, seen) in roles.iter_mut().zip(seen) {
            if *role == Role::Name && is_shown(seen) {
                *role = Role::Other;
            }
        }
    }
}

/// Whether what stands in such a column is judged.
fn is_judged(role: &Role) -> bool {
    matches!(role, Role::Text | Role::Name | Role::NameOn(_))
}

/// Whether a first row has the names of columns; `below` is what stands in the rows behind it.
fn is_header(names: &PlatformNames, first: &[String], below: &[Seen]) -> bool {
    if first.iter().any(|cell| is_own(cell)) {
        return true;
    }
    let is_content = |cell: &String| {
        use Shape::{Address, Mail, Marked, Number, Phone};
        matches!(cells::shape(cell), Address | Mail | Marked | Number | Phone)
    };
    if first.iter().any(is_content) {
        return false;
    }
    let is_named = |cell: &str| header::is_name_of_column(cell) || names.of_column(cell).is_some();
    if below.iter().all(|seen| seen.filled == 0) {
        return first.iter().map(|cell| cell.trim()).all(|cell| cell.is_empty() || is_named(cell));
    }
    first.iter().zip(below).any(|(cell, seen)| {
        let cell = cell.trim();
        let is_in_column = |count| seen.are(count, 60);
        if cell.is_empty() {
            return false;
        }
        if header::is_name_of_column(cell) {
            return true;
        }
        if names.of_column(cell).is_some() {
            return !is_in_column(seen.platform);
        }
        // Something else than what stands in every row below it.
        let is_told_apart = seen.address + seen.mail + seen.marked + seen.phone + seen.number;
        is_in_column(is_told_apart) && cells::shape(cell) != Shape::Host
    })
}

/// Whether a column is one that this program added.
fn is_own(name: &str) -> bool {
    name.trim().to_lowercase().starts_with(OWN.trim_end())
}

/// What stands in a column of this name, by what was seen in it.
fn role(names: &PlatformNames, name: &str, seen: &Seen) -> Role {
    let hint = header::hint(name);
    let place = names.of_column(name);
    if is_own(name) {
        return Role::Own;
    }
    if hint == Some(Hint::Other) && place.is_none() {
        return Role::Other;
    }
    match place {
        Some(Place::On(platform)) if !seen.are(seen.number, 50) || seen.filled == 0 => {
            return Role::NameOn(platform);
        }
        Some(Place::Itself) if !seen.are(seen.number, 90) => return Role::Text,
        _ => {}
    }
    let is_called_so = hint == Some(Hint::Platform) && seen.platform > 0;
    if is_called_so || seen.are(seen.platform, 60) {
        return Role::Platform;
    }
    let is_text = match hint {
        Some(Hint::Address) => !seen.are(seen.number, 50),
        Some(Hint::Phone) => seen.are(seen.phone, 50),
        Some(Hint::Name) => seen.are(seen.address, 50),
        _ => {
            seen.are(seen.address, 30)
                || seen.are(seen.mail, 50)
                || (seen.are(seen.host + seen.address, 60) && seen.name + seen.marked == 0)
                || seen.are(seen.phone, 80)
        }
    };
    if is_text {
        return Role::Text;
    }
    let is_name = seen.are(seen.marked, 30)
        || (hint == Some(Hint::Name) && seen.are(seen.names() + seen.address, 30));
    if is_name { Role::Name } else { Role::Other }
}

/// The column that holds names of accounts most likely, where none plainly does.
fn likeliest(
    seen: &[Seen],
    roles: &[Role],
    is_other: impl Fn(usize) -> bool,
    has_platforms: bool,
    has_text: bool,
) -> Option<usize> {
    let platforms = roles.iter().position(|role| *role == Role::Platform);
    let is_alone = seen.len() == 1;
    let candidates = seen.iter().enumerate().filter(|(at, seen)| {
        let is_free = roles.get(*at) == Some(&Role::Other) && !is_other(*at);
        let is_known = seen.are(seen.listed, 10);
        let is_beside = has_platforms && !has_text && seen.are(seen.names(), 50);
        is_free && (is_known || is_beside || (is_alone && seen.are(seen.names(), 80)))
    });
    candidates
        .max_by_key(|(at, seen)| {
            let share = seen.listed * 100 / seen.filled.max(1);
            let distance = platforms.map_or(0, |platform| platform.abs_diff(*at));
            (share, std::cmp::Reverse(distance), seen.names())
        })
        .map(|(at, _)| at)
}
