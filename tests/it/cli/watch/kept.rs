//! What is kept from run to run, by several runs at once.

use std::fs::{self, File};
use std::thread;
use std::time::Duration;

use super::super::harness::SMALL;
use super::{Desk, OWN};

#[test]
fn runs_at_once_follow_each_other() {
    let desk = Desk::new();
    desk.run("2026-11-21", OWN, &[]);
    let known = desk.file("known.json");
    let before = fs::read_to_string(&known).unwrap();
    let lock = File::create(desk.file(".known.json.lock")).unwrap();
    lock.lock().unwrap();
    thread::scope(|scope| {
        let other = scope.spawn(|| desk.run("2026-12-01", OWN, &[]));
        thread::sleep(Duration::from_millis(500));
        assert_eq!(fs::read_to_string(&known).unwrap(), before, "written in the midst of another");
        // What the other run keeps is known to this one.
        let ignored = "\"ignored\": [\n    {\"fingerprint\": \"0123456789abcdef\"}\n  ]";
        fs::write(&known, before.replace("\"ignored\": []", ignored)).unwrap();
        lock.unlock().unwrap();
        let ran = other.join().unwrap();
        assert_eq!(ran.status, 0, "{}", ran.shown());
    });
    let after = fs::read_to_string(&known).unwrap();
    assert!(after.contains("0123456789abcdef") && after.contains("2026-12-01"), "{after}");
    // Whoever only reads waits for nobody.
    lock.lock().unwrap();
    let line = ["--directory", SMALL, "watch", "--baseline", &known, "--offline"];
    assert_eq!(super::on_day("2026-12-01", &line).status, 0);
}
