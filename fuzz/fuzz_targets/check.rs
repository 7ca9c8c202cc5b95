//! Check: every text has an answer, nothing that is told holds a hostile character, and nothing with
//! one in it is official.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use officieel::check::{Answer, Checker, MessageVerdict, Standing, Verdict};
use officieel::directory::{Date, Directory};
use officieel::search::Index;
use officieel::text::sanitise::is_hostile;
use officieel::messages::{summary, verdict};
use officieel::words::Language;

struct Asked {
    directory: Directory,
    index: Index,
    checker: Checker,
    today: Date,
}

static ASKED: LazyLock<Asked> = LazyLock::new(|| {
    let directory = officieel::embedded::directory().expect("the built-in directory loads");
    let today = Date::new(2026, 11, 21).expect("a day");
    Asked { index: Index::new(&directory), checker: Checker::default(), directory, today }
});

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let Asked { directory, index, checker, today } = &*ASKED;
    let message = checker.message(directory, index, &text, None);
    let answers = &message.answers;
    assert!(!answers.is_empty());
    // All of what is official must be.
    if message.summary.verdict == MessageVerdict::Official {
        let is_unknown = |it: &Answer| Standing::of(directory, it) == Standing::Unknown;
        assert!(!answers.iter().any(is_unknown));
    }
    for words in [Language::Nl.words(), Language::En.words()] {
        let told = [
            summary::headline(words, directory, &message),
            summary::claimed(words, directory, &message.summary),
            summary::places(words, directory, &message),
            summary::advice(words, directory, &message),
        ];
        assert!(!told.iter().any(|text| text.contains(is_hostile)));
    }
    for answer in answers {
        let is_listed = matches!(answer.verdict, Verdict::Official(_) | Verdict::Retired(_));
        assert!(!(is_listed && answer.asked.contains(is_hostile)));
        let _ = (answer.organisation(directory), answer.channel(directory, *today));
        for words in [Language::Nl.words(), Language::En.words()] {
            let mut texts = verdict::reasons(words, directory, answer, *today);
            texts.push(verdict::headline(words, directory, answer));
            assert!(texts.iter().all(|text| !text.is_empty() && !text.contains(is_hostile)));
        }
    }
});
