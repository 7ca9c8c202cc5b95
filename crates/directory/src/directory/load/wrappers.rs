//! The services that stand between an address and where it leads.

use super::BuiltIn;
use super::fields::{Fields, Located, Sentence};
use crate::platform::{Coding, WrapperKind, WrapperRules, Wrappers};

/// The services of a file, and whether it gives them itself; those of the built-in directory where it has
/// none.
pub(super) fn read(root: &Fields<'_, '_>, built_in: BuiltIn<'_>) -> (Wrappers, bool) {
    let tables = root.tables("wrapper", Sentence::AWrapper);
    if root.is_missing("wrapper") && !root.context.is_overlay {
        return (built_in().map(|it| it.wrappers).unwrap_or_default(), false);
    }
    let mut rules = Vec::new();
    for fields in tables {
        let at = fields.at;
        let Some(wrapper) = read_wrapper(fields) else { continue };
        // Each by itself, so that all problems are told.
        match Wrappers::new(vec![wrapper.clone()]) {
            Ok(_) => rules.push(wrapper),
            Err((_, fault)) => root.fault(at, fault),
        }
    }
    let wrappers = Wrappers::new(rules).map_err(|(_, fault)| root.fault(root.at, fault));
    (wrappers.unwrap_or_default(), !root.is_missing("wrapper"))
}

fn read_wrapper(fields: Fields<'_, '_>) -> Option<WrapperRules> {
    let name = fields.required_text("name");
    let kind = fields.required_choice("kind", &WrapperKind::ALL, WrapperKind::id);
    if fields.is_missing("hosts") {
        fields.missing("hosts");
    }
    let hosts = values(fields.texts("hosts"));
    let paths = values(fields.texts("paths"));
    let parameters = values(fields.texts("parameters"));
    let shows = fields.text("shows").map(|text| text.value);
    let has_coding = !fields.is_missing("coding");
    let coding = fields.choice("coding", &Coding::ALL, Coding::id);
    let url = fields.required_address("url");
    let seen = fields.required_web_date("seen");
    let note = fields.text("note").map(|text| text.value);
    fields.finish();
    if has_coding && coding.is_none() || hosts.is_empty() {
        return None;
    }
    Some(WrapperRules {
        name: name?.value,
        kind: kind?,
        hosts,
        paths,
        parameters,
        shows,
        coding: coding.unwrap_or(Coding::Plain),
        url: url?.value,
        seen: seen?.value,
        note,
    })
}

fn values(texts: Vec<Located<String>>) -> Vec<String> {
    texts.into_iter().map(|text| text.value).collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::problems;

    #[test]
    fn a_service_says_in_one_way_where_its_addresses_lead() {
        let table = |kind: &str, keys: &str| {
            format!(
                "[[wrapper]]\nname = \"S\"\nkind = \"{kind}\"\nhosts = [\"a.nl\", \"*.b.nl\"]\n{keys}url = \"https://a.nl/\"\nseen = \"2026\"\n"
            )
        };
        let of_target = |it: &str| {
            vec![format!("6:1: `S` does not say in one way where the target stands: {it}")]
        };
        let ways = "give `parameters`, `{target}` at the end of all `paths`, the coding `dashed-host` with hosts that begin with `*.`, or the host that it `shows`; a shortener has none of these";
        for (tables, expected) in [
            (table("link", "parameters = [\"u\"]\n"), vec![]),
            (table("link", "paths = [\"/l\"]\nparameters = [\"u\"]\n"), vec![]),
            (table("copy", "paths = [\"/a/*/{target}\"]\n"), vec![]),
            (table("copy", "shows = \"x.com\"\n"), vec![]),
            (table("copy", "paths = [\"/l\"]\nshows = \"x.com\"\n"), vec![]),
            (table("copy", "parameters = [\"u\"]\nshows = \"x.com\"\n"), of_target(ways)),
            (table("copy", "shows = \"*.x.com\"\n"), of_target(ways)),
            (table("shortener", "shows = \"x.com\"\n"), of_target(ways)),
            (table("shortener", ""), vec![]),
            (table("shortener", "paths = [\"/*\"]\n"), vec![]),
            (table("link", ""), of_target(ways)),
            (table("link", "paths = [\"/l\"]\n"), of_target(ways)),
            (table("link", "paths = [\"/l\", \"/{target}\"]\n"), of_target(ways)),
            (table("link", "paths = [\"/{target}\"]\nparameters = [\"u\"]\n"), of_target(ways)),
            (table("copy", "coding = \"dashed-host\"\n"), of_target(ways)),
            (table("shortener", "parameters = [\"u\"]\n"), of_target(ways)),
            (
                table("link", "paths = [\"l\"]\nparameters = [\"u\"]\n"),
                vec!["6:1: `l` is no path of a wrapper; begin with `/`, write `*` for any one part, and `{target}` at the end only".to_owned()],
            ),
            (
                table("link", "parameters = [\"u\"]\ncoding = \"proofpoint-v1\"\n"),
                vec!["11:10: `proofpoint-v1` is no known `coding`; did you mean `proofpoint-v2`?".to_owned()],
            ),
        ] {
            assert_eq!(problems(&tables), expected, "{tables}");
        }
    }

    #[test]
    fn a_file_without_services_has_those_that_are_built_in() {
        let head = "schema = 1\ntitle = \"T\"\nedition = \"2026-01-01\"\nlicence = \"CC0-1.0\"\n";
        let none = crate::testing::leaning(head).unwrap();
        assert!(!none.own_wrappers && !none.to_toml().contains("[[wrapper]]"));
        assert_eq!(
            none.wrappers.iter().count(),
            crate::testing::built_in().wrappers.iter().count()
        );
    }
}
