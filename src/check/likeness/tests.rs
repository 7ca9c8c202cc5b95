use super::*;

fn look(
    likeness: &Likeness,
    directory: &Directory,
    name: &str,
    on: &[&str],
) -> Option<Resemblance> {
    let on: Vec<PlatformIndex> =
        on.iter().map(|id| directory.platforms.by_id(id).unwrap()).collect();
    let found = likeness.resembled(directory, name, &on)?;
    let written: String = found.steps.iter().map(|step| step.written.as_str()).collect();
    let genuine: String = found.steps.iter().map(|step| step.genuine.as_str()).collect();
    assert_eq!((written.as_str(), &genuine), (name, &found.genuine));
    assert!(!found.tricks.is_empty());
    Some(found)
}

#[test]
fn tricks_are_seen() {
    let directory = Directory::embedded().unwrap();
    let likeness = Likeness::new(&directory);
    let affix = |text: &str| Trick::Affix(text.to_owned());
    use Trick::*;
    for (name, on, genuine, tricks) in [
        ("P0L_Ede", "x", "POL_Ede", vec![Characters]),
        ("POL-Ede", "instagram", "", vec![]),
        ("POLEde", "x", "POL_Ede", vec![Separators]),
        ("Rijkswaterstaaat", "x", "Rijkswaterstaat", vec![Doubled]),
        ("RijkswatersIaat", "x", "Rijkswaterstaat", vec![Replaced]),
        ("Rijkswatertsaat", "x", "Rijkswaterstaat", vec![Swapped]),
        ("Rijkswaterstat", "x", "Rijkswaterstaat", vec![Doubled]),
        ("Rijkswaterstaa", "x", "Rijkswaterstaat", vec![Dropped]),
        ("Rijksowaterstaat", "x", "Rijkswaterstaat", vec![Added]),
        ("PoIitie", "x", "Politie", vec![Characters]),
        ("politie_nl", "x", "Politie", vec![affix("_nl")]),
        ("belastingdienst_helpdesk", "x", "Belastingdienst", vec![affix("_helpdesk")]),
        ("Belastingdients", "x", "Belastingdienst", vec![Swapped]),
        ("bela..stingdienst", "x", "Belastingdienst", vec![Separators]),
        ("gerneentezwolle", "x", "Gemeente_Zwolle", vec![Characters, Separators]),
        ("knrni@social.overheid.nl", "mastodon", "knmi@social.overheid.nl", vec![Characters]),
        ("knmi", "instagram", "", vec![]),
        ("politieforum", "x", "", vec![]),
        ("politieoosterhout", "instagram", "", vec![]),
        ("P\u{200b}olitie", "x", "Politie", vec![Hidden]),
        ("р0litie_helpdesk", "x", "Politie", vec![Characters, affix("_helpdesk")]),
    ] {
        let found = look(&likeness, &directory, name, &[on]);
        let found = found.map_or((String::new(), vec![]), |found| (found.genuine, found.tricks));
        assert_eq!(found, (genuine.to_owned(), tricks), "{name}");
    }
}
