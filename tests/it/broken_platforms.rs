//! Broken platforms of a directory of its own: each fault stands at the value that is wrong.

use crate::loaded::problems;

/// A sound file.
const SOUND: &str = r#"schema = 1
title = "Small"
edition = "2026-01-01"
licence = "CC0-1.0"

[[platform]]
id = "clip"
name = "Clip"
owner = "Clip Inc."
country = "US"
login = "no"
hosts = ["clip.example", "*.clip.example"]

[[platform.names]]
id = "handle"
syntax = "[a-z]+"
case = "ignored"
address = "https://clip.example/{name}"
forms = ["/{name}", "/u/{name}"]

[[platform.refused]]
what = "post"
forms = ["/{handle}/post/*"]

[[platform]]
id = "klik"
name = "Klik"
owner = "Klik bv"
login = "no"
hosts = ["klik.example"]
"#;

#[test]
fn each_fault_stands_at_its_value() {
    assert_eq!(problems(SOUND), [""; 0]);
    #[rustfmt::skip]
    let faults: &[(&str, &str, &str)] = &[
        ("country = \"US\"", "country = \"USA\"", "10:11: `USA` is no country"),
        ("country = \"US\"", "country = \"ZZ\"", "10:11: `ZZ` is no country"),
        ("hosts = [\"clip.example\", ", "hosts = [\"clip.example\", \"*.nl\", ", "12:26: `hosts`: `*.nl` would take hosts of others"),
        ("hosts = [\"clip.example\", ", "hosts = [\"clip.example\", \"a b.nl\", ", "12:26: `hosts`: `a b.nl` is no host name"),
        ("syntax = \"[a-z]+\"", "syntax = \"[a-z\"", "15:6: name-space `handle`: `syntax` is no pattern"),
        ("https://clip.example/{name}", "https://clip.example/", "15:6: name-space `handle`: `address` must be"),
        ("\"/u/{name}\"", "\"/u/{nobody}\"", "19:21: `forms` of `handle`: the form `/u/{nobody}` has a placeholder"),
        ("\"/u/{name}\"", "\"/u\"", "19:21: `forms` of `handle`: `/u` holds no `{name}`"),
        ("\"/{handle}/post/*\"", "\"post/*\"", "23:10: `forms` of `post`: the form `post/*` must begin with"),
        ("id = \"klik\"", "id = \"clip\"", "25:1: there is already a platform `clip`"),
        ("[\"klik.example\"]", "[\"klik.example\", \"m.clip.example\"]", "30:26: `hosts`: `m.clip.example` is a host of Clip too"),
    ];
    for (old, new, expected) in faults {
        assert_eq!(SOUND.matches(old).count(), 1, "{old}");
        let found = problems(&SOUND.replace(old, new));
        assert!(
            found.first().is_some_and(|it| it.starts_with(expected)),
            "{old} -> {new}: {found:#?}"
        );
    }
}
