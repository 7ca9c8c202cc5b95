//! Accounts that are listed under another name than they were.

use std::fs;

use super::super::harness::SMALL;
use super::{Desk, OWN};

/// A platform that gives ids.
const TUBE: &str = r#"
[[platform]]
id = "tube"
name = "Tube"
owner = "Tube"
country = "US"
login = "unknown"
hosts = ["tube.example"]

[[platform.names]]
id = "handle"
syntax = "[a-z]{1,20}"
case = "ignored"
sign = "@"
address = "https://tube.example/@{name}"
forms = ["/@{name}"]

[[platform.names]]
id = "id"
syntax = "UC[0-9]{1,9}"
case = "kept"
platform_id = true
address = "https://tube.example/channel/{name}"
forms = ["/channel/{name}"]

[[badge]]
"#;

#[test]
fn an_account_that_is_listed_under_another_name_is_told_once() {
    for (name, then, now, told) in [
        (
            "the same id",
            "handle = \"zand\"\nplatform_id = \"UC1\"",
            "handle = \"meer\"\nplatform_id = \"UC1\"",
            vec!["[warning] account renamed: Tube, from zand to meer"],
        ),
        (
            "another id",
            "handle = \"zand\"\nplatform_id = \"UC1\"",
            "handle = \"meer\"\nplatform_id = \"UC2\"",
            vec!["account no longer listed: Tube zand", "new account: Tube meer"],
        ),
        (
            "no id",
            "handle = \"zand\"",
            "handle = \"meer\"",
            vec!["account no longer listed: Tube zand", "new account: Tube meer"],
        ),
    ] {
        let desk = Desk::new();
        let listed = |name: &str| {
            let evidence = "evidence = [{ method = \"official-site\", url = \"https://www.zandmeer.example\", seen = \"2026-11-20\" }]";
            let first =
                "[[organisation.account]]\nplatform = \"facebook\"\nhandle = \"gemeentezandmeer\"";
            let account = format!(
                "[[organisation.account]]\nplatform = \"tube\"\n{name}\n{evidence}\n\n{first}"
            );
            let text = fs::read_to_string(SMALL).unwrap();
            let text = text.replacen("\n[[badge]]\n", TUBE, 1).replacen(first, &account, 1);
            let path = desk.file("directory.toml");
            fs::write(&path, text).unwrap();
            path
        };
        let first = desk.run_in(&listed(then), "2026-11-21", OWN, &[]);
        assert_eq!(first.status, 0, "{name}: {}", first.shown());
        let second = desk.run_in(&listed(now), "2026-12-01", OWN, &[]);
        for line in &told {
            assert!(second.out.contains(line), "{name}: {}", second.shown());
        }
        let lines = second
            .out
            .lines()
            .filter(|line| line.contains("Tube") && !line.contains("audit"))
            .count();
        assert_eq!(lines, told.len(), "{name}: {}", second.shown());
        let third = desk.run_in(&listed(now), "2026-12-02", OWN, &[]);
        assert!(third.out.contains("Nothing changed"), "{name}: {}", third.shown());
    }
}
