//! Verdicts that come from a thread.

use super::*;

#[test]
fn in_a_large_directory_the_verdict_comes_later() {
    let mut model = among_many(80, 24);
    // The rest of the search is asked for first, then the check.
    let mut effect = update(&mut model, Msg::Burst(Burst::pasted("@dienst_00017".to_owned())));
    assert_eq!(banner(&model), "pending");
    if let Some(Effect::Run(_, Job::Search { .. })) = effect {
        effect = update(&mut model, Msg::Resized(Size::new(80, 24)));
    }
    let Some(Effect::Run(generation, Job::Check { text })) = effect else { panic!("{effect:?}") };
    assert_eq!(text, "@dienst_00017");
    play(&mut model, "<f2>");
    assert_eq!(in_full(&model), None, "not yet");
    let Catalogue { directory, index, checker, .. } = model.catalogue.as_deref().unwrap();
    let message = checker.message(directory, index, &text, None);
    update(&mut model, Msg::Done(generation - 1, job::Answer::Check(message.clone())));
    assert!(model.jobs.is_outstanding(JobKind::Check), "an answer to something else");
    update(&mut model, Msg::Done(generation, job::Answer::Check(message)));
    assert_eq!(in_full(&model), Some(("not-listed", 0)), "as soon as it is there");
}

#[test]
fn an_answer_to_what_is_no_longer_asked_is_dropped() {
    let mut model = among_many(80, 24);
    update(&mut model, Msg::Burst(Burst::pasted("@d17".to_owned())));
    let generation = model.jobs.generation(JobKind::Check);
    update(&mut model, Msg::Resized(Size::new(80, 24)));
    play(&mut model, "<c-u>dienst");
    assert_eq!(banner(&model), "nothing");
    let before = model.browse.check.clone();
    let Catalogue { directory, index, checker, .. } = model.catalogue.as_deref().unwrap();
    let message = checker.message(directory, index, "@d17", None);
    update(&mut model, Msg::Done(generation, job::Answer::Check(message)));
    assert_eq!(model.browse.check, before);
}
