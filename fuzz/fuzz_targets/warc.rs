//! Archives and answers of HTTP: no bytes make the readers panic, and they end.

#![no_main]

use libfuzzer_sys::fuzz_target;
use officieel_online::warc::http::Response;
use officieel_online::warc::{MOST_CONTENT, Reader};

fuzz_target!(|bytes: &[u8]| {
    let mut count = 0;
    for record in Reader::new(bytes) {
        count += 1;
        if let Ok(record) = record {
            assert!(record.content.len() <= MOST_CONTENT);
            let _ = Response::read(&record.content);
        }
    }
    assert!(count <= bytes.len() + 1);
    let _ = Response::read(bytes);
});
