//! What could not be read of an archive is told, however much stands beside it.

use super::super::*;
use super::{DIRECTORY, archived};

#[test]
fn what_could_not_be_read_outlives_many_foreign_pages() {
    let foreign = |at: usize| archived(&format!("https://a{at}.example/"), "");
    let broken = Skipped { place: "z.warc#9".to_owned(), why: NotLooked::Broken };
    let pages = (0..200).map(|at| Ok(foreign(at)));
    let sweep = ArchiveSweep::new(&DIRECTORY, |_| true);
    for first in [true, false] {
        let (before, after) =
            if first { (Some(broken.clone()), None) } else { (None, Some(broken.clone())) };
        let all =
            before.into_iter().map(Err).chain(pages.clone()).chain(after.into_iter().map(Err));
        let findings = sweep.run(all);
        let kept: Vec<(&str, NotLooked)> = findings.not_looked_at(None).collect();
        assert!(kept.contains(&("z.warc#9", NotLooked::Broken)), "first: {first}");
        assert_eq!(kept.len(), 65, "first: {first}");
    }
}
