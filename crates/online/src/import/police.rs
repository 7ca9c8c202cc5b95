//! The stations of the Dutch police, as its open data gives them (api.politie.nl, `politiebureaus/all`).
//!
//! One page, or several in a list or one after another. Officers are persons and stand in other parts of that data,
//! which aren't read.

use std::collections::BTreeMap;

use serde::Deserialize;

use officieel_directory::text::fold::fold;

use super::record::{AccountEntry, Doubt, Extract, OrganisationRecord};
use super::text::{clean, typed};
use super::{ImportError, json};

/// Farther apart than this, two stations are not of one team, in kilometres.
const FAR: f64 = 30.0;

#[derive(Deserialize)]
struct Page {
    iterator: Iterator,
    politiebureaus: Vec<Station>,
}

#[derive(Deserialize)]
struct Iterator {
    last: bool,
    offset: u64,
}

#[derive(Deserialize)]
struct Station {
    #[serde(default)]
    url: Option<String>,
    #[serde(default)]
    naam: Option<String>,
    #[serde(default)]
    bezoekadres: Option<Address>,
    #[serde(default)]
    telefoonnummer: Option<String>,
    #[serde(default, rename = "twitterUrl")]
    x: Option<String>,
    #[serde(default, rename = "facebookUrl")]
    facebook: Option<String>,
    #[serde(default)]
    locatie: Vec<Point>,
}

#[derive(Deserialize)]
struct Address {
    #[serde(default)]
    plaats: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
struct Point {
    latitude: f64,
    longitude: f64,
}

/// Reads pages of stations. All pages are needed: the last one says that it is the last.
pub(super) fn read(bytes: &[u8]) -> Result<Extract, ImportError> {
    let mut pages = pages(bytes)?;
    pages.sort_by_key(|page| page.iterator.offset);
    if !pages.last().is_some_and(|page| page.iterator.last) {
        return Err(ImportError::Cut);
    }
    let stations: Vec<Station> = pages.into_iter().flat_map(|page| page.politiebureaus).collect();
    let mut extract = Extract::default();
    let mut points = Vec::new();
    for station in stations {
        points.push(station.locatie.first().copied());
        if let Some(record) = record(station) {
            extract.records.push(record);
        } else {
            points.pop();
            extract.skipped += 1;
        }
    }
    doubt_far_ones(&mut extract.records, &points);
    Ok(extract)
}

/// The pages of a file: one, a list of them, or one after another.
fn pages(bytes: &[u8]) -> Result<Vec<Page>, ImportError> {
    if bytes.trim_ascii_start().starts_with(b"[") {
        return json::read(bytes);
    }
    let mut stream = serde_json::Deserializer::from_slice(bytes).into_iter::<Page>();
    match stream.by_ref().collect::<Result<Vec<Page>, _>>() {
        Ok(pages) if !pages.is_empty() => Ok(pages),
        // Whatever is wrong with it is told of it as a whole.
        _ => json::read(bytes).map(|page| vec![page]),
    }
}

fn record(station: Station) -> Option<OrganisationRecord> {
    let name = clean(&station.naam?)?;
    let entry = |platform: &str, address: Option<String>| {
        let address = typed(&address?)?;
        let platform = Some(platform.to_owned());
        let page = station.url.as_deref().and_then(clean);
        Some(AccountEntry { platform, address: Some(address), page, ..AccountEntry::default() })
    };
    let accounts = [entry("X", station.x), entry("Facebook", station.facebook)];
    Some(OrganisationRecord {
        name,
        types: vec!["police station".to_owned()],
        websites: Vec::new(),
        phones: station.telefoonnummer.as_deref().and_then(clean).into_iter().collect(),
        places: station.bezoekadres.and_then(|it| clean(&it.plaats?)).into_iter().collect(),
        page: station.url.as_deref().and_then(clean),
        accounts: accounts.into_iter().flatten().collect(),
        ..OrganisationRecord::default()
    })
}

/// One account may serve several stations, but not of two ends of the country: where its address names one of
/// them, it is doubted of those far from that one.
fn doubt_far_ones(records: &mut [OrganisationRecord], points: &[Option<Point>]) {
    let mut shared: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (at, record) in records.iter().enumerate() {
        for (of, entry) in record.accounts.iter().enumerate() {
            let key = entry.address.as_deref().map(letters).unwrap_or_default();
            shared.entry(key).or_default().push((at, of));
        }
    }
    let mut doubts = Vec::new();
    for (key, places) in shared.iter().filter(|(_, places)| places.len() > 1) {
        let fits =
            |at: usize| records.get(at).is_some_and(|it| names(it).any(|name| key.contains(&name)));
        let Some(&(home, _)) = places.iter().find(|(at, _)| fits(*at)) else { continue };
        for &(at, of) in places.iter().filter(|(at, _)| !fits(*at)) {
            let far =
                kilometres(points.get(home).copied().flatten(), points.get(at).copied().flatten());
            if let (Some(far), Some(name)) = (far.filter(|it| *it > FAR), records.get(home)) {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "at most 20,000"
                )]
                let kilometres = far as u32;
                doubts.push((at, of, Doubt::FitsAnother { name: name.name.clone(), kilometres }));
            }
        }
    }
    for (at, of, doubt) in doubts {
        if let Some(entry) = records.get_mut(at).and_then(|it| it.accounts.get_mut(of)) {
            entry.doubt = Some(doubt);
        }
    }
}

/// The names by which an account would tell a station: its name and its town, without signs.
fn names(record: &OrganisationRecord) -> impl std::iter::Iterator<Item = String> + '_ {
    let all = std::iter::once(&record.name).chain(&record.places).map(|name| letters(name));
    all.filter(|name| name.len() >= 4)
}

fn letters(text: &str) -> String {
    fold(text).chars().filter(char::is_ascii_alphanumeric).collect()
}

/// How far two points are from each other along a great circle (the haversine formula, for a sphere of 6,371 km).
fn kilometres(one: Option<Point>, other: Option<Point>) -> Option<f64> {
    let (one, other) = (one?, other?);
    let (lat, other_lat) = (one.latitude.to_radians(), other.latitude.to_radians());
    let (dlat, dlon) = (other_lat - lat, (other.longitude - one.longitude).to_radians());
    let a = (dlat / 2.0).sin().powi(2) + lat.cos() * other_lat.cos() * (dlon / 2.0).sin().powi(2);
    let far = 2.0 * 6_371.0 * a.sqrt().clamp(0.0, 1.0).asin();
    far.is_finite().then_some(far)
}
