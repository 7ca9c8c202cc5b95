//! A register of the size of the real one, made up and imported: how long it takes, and how much memory.
//!
//! Run with `cargo bench --bench import`. The file has some 38 MB, as exportOO.xml has: 5,700 organisations with all
//! that the real ones carry, addresses and people included, which are passed over. It fails over its budget.

#![expect(clippy::unwrap_used, reason = "a measurement that can't be made stops")]
#![expect(clippy::print_stdout, reason = "the figures are the result")]

use std::fmt::Write as _;
use std::fs;
use std::io::BufReader;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use officieel::directory::Date;
use officieel_online::import::{Counts, ReadOptions, Source, read, sort};

/// The bytes of the real export.
const SIZE: usize = 38_000_000;
/// What it may take.
const MOST_TIME: Duration = Duration::from_secs(5);
/// The most memory of the process, in KiB.
const MOST_MEMORY: u64 = 200 << 10;

fn main() -> ExitCode {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("exportOO.xml");
    let organisations = generate(&file);
    let before = peak();
    let begun = Instant::now();
    let input = BufReader::new(fs::File::open(&file).unwrap());
    let extract = read(Source::Roo, input, &ReadOptions::default()).unwrap();
    let read_in = begun.elapsed();
    let directory = officieel::embedded::directory().unwrap();
    let import = sort(Source::Roo, &extract, &directory, Date::new(2026, 11, 28).unwrap());
    let all = begun.elapsed();
    let counts = Counts::of(&import);
    assert!(counts.add_up() && counts.records == organisations, "{counts:?}");
    let (size, most) = (fs::metadata(&file).map_or(0, |it| it.len()), peak());
    println!(
        "{organisations} organisations, {} accounts, {} MB",
        counts.accounts,
        size / 1_000_000
    );
    println!("read in {read_in:.2?}, sorted after {all:.2?}");
    println!("peak memory {} MiB, {} MiB of it before", most >> 10, before >> 10);
    let is_within = all <= MOST_TIME && most <= MOST_MEMORY;
    if is_within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Writes the export piece by piece, and says how many organisations it has.
fn generate(file: &std::path::Path) -> usize {
    use std::io::Write as _;
    let mut out = std::io::BufWriter::new(fs::File::create(file).unwrap());
    let mut written = 0;
    let mut put = |text: &str| {
        out.write_all(text.as_bytes()).unwrap();
        text.len()
    };
    written += put(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<p:overheidsorganisaties xmlns:p=\"https://organisaties.overheid.nl/static/schema/oo/export/2.6.13\" p:timestamp=\"2026-11-28T04:00:00\">\n<p:organisaties>\n",
    );
    let mut count = 0;
    while written < SIZE {
        written += put(&organisation(count));
        count += 1;
    }
    put("</p:organisaties>\n</p:overheidsorganisaties>\n");
    count
}

/// One organisation with its parts, as long as real ones are.
fn organisation(number: usize) -> String {
    let mut text = format!(
        "<p:organisatie p:systeemId=\"{0}\" p:resourceIdentifierTOOI=\"https://identifier.overheid.nl/tooi/id/oorg/x{0}\">\n\
         <p:naam>Dienst {0} &amp; omstreken</p:naam><p:types><p:type>Agentschap</p:type></p:types>\n<p:contact>\n\
         <p:internetadressen><p:internetadres><p:url>https://www.dienst{0}.nl</p:url><p:label>algemeen</p:label></p:internetadres></p:internetadressen>\n\
         <p:socialMedia>",
        10_000_000 + number
    );
    for (platform, host) in [
        ("X", "x.com/"),
        ("Instagram", "www.instagram.com/"),
        ("LinkedIn", "www.linkedin.com/company/"),
    ] {
        let _ = writeln!(
            text,
            "<p:socialmedium><p:gebruikersnaam>Dienst {number}</p:gebruikersnaam><p:url>https://{host}dienst{number}</p:url><p:platform>{platform}</p:platform></p:socialmedium>"
        );
    }
    text.push_str("</p:socialMedia></p:contact>\n<p:adressen>");
    for kind in ["Bezoekadres", "Postadres", "Woo-Adres"] {
        let _ = writeln!(
            text,
            "<p:adres><p:adresType>{kind}</p:adresType><p:openbareRuimte>Lange Straat</p:openbareRuimte><p:huisnummer>{number}</p:huisnummer><p:postcode>1234 AB</p:postcode><p:woonplaats>Plaats {number}</p:woonplaats><p:land>Nederland</p:land></p:adres>"
        );
    }
    text.push_str("</p:adressen>\n<p:functies>");
    for person in 0..14 {
        let _ = writeln!(
            text,
            "<p:functie p:systeemId=\"{person}\"><p:naam>Raadslid</p:naam><p:medewerkers><p:medewerker p:systeemId=\"{number}{person}\"><p:naam>Persoon {person}</p:naam><p:contact><p:emailadressen><p:emailadres><p:email>persoon{person}@dienst{number}.nl</p:email></p:emailadres></p:emailadressen></p:contact></p:medewerker></p:medewerkers></p:functie>"
        );
    }
    text.push_str("</p:functies></p:organisatie>\n");
    text
}

/// The most memory that this process held, in KiB (`VmHWM` of Linux); 0 where the system doesn't tell.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|it| it.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
