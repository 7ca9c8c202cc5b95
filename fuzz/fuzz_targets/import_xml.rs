//! Registers: no bytes make a reader panic, and no name or type of a record holds a hostile character.

#![no_main]

use libfuzzer_sys::fuzz_target;
use officieel_online::import::{ReadOptions, Source, read};
use officieel::text::sanitise::is_hostile;

fuzz_target!(|bytes: &[u8]| {
    for source in [Source::Roo, Source::Rio] {
        let Ok(extract) = read(source, bytes, &ReadOptions::default()) else { continue };
        assert!(!extract.records.is_empty());
        for record in &extract.records {
            assert!(!record.name.contains(is_hostile));
            assert!(record.types.iter().all(|it| !it.contains(is_hostile)));
            assert!(record.parent.is_none_or(|parent| parent < extract.records.len()));
        }
    }
});
