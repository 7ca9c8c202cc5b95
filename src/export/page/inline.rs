//! The style and the script of the page, with the hashes by which its policy allows them. Both are the same in every
//! page: what differs stands in the text.

/// The hash of [`STYLE`]; a test says what it must be.
pub(super) const STYLE_HASH: &str = "sha256-YWToQR9JFEdzuVrtNGuiO66Dt115QkCava0nFGkqiJE=";

/// The hash of [`SCRIPT`].
pub(super) const SCRIPT_HASH: &str = "sha256-aIBFJLv3LMj0m2A853gUpybkGk7TWSuuMYKAWT2Pr4A=";

/// How the page looks: every colour stands out from its background by 4.5 to 1 or more, in the light and in the dark.
pub(super) const STYLE: &str = r"
:root { color-scheme: light dark; --back: #fff; --text: #1b1b1b; --quiet: #4d4d4d; --line: #767676;
  --link: #0b4f99; --confirmed: #14591b; --aged: #704300; --reported: #4d4d4d; --edge: #d6d6d6; }
@media (prefers-color-scheme: dark) {
  :root { --back: #14161a; --text: #ededed; --quiet: #c3c3c3; --line: #9a9a9a; --link: #a3cdff;
    --confirmed: #93dc98; --aged: #f2c879; --reported: #c3c3c3; --edge: #3c4048; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif;
  color: var(--text); background: var(--back); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1.1rem; margin: 0; }
a { color: var(--link); display: inline-block; min-height: 1.5rem; min-width: 1.5rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: 1rem; top: -10rem; padding: .5rem 1rem; background: var(--back); }
.skip:focus { top: 1rem; }
ul { list-style: none; margin: 0; padding: 0; }
dt { font-weight: bold; }
dd { margin: 0 0 .25rem 1rem; }
label { display: block; font-weight: bold; }
form p { margin: .25rem 0; }
input { width: 100%; max-width: 30rem; min-height: 2.75rem; padding: .25rem .75rem; font: inherit;
  color: var(--text); background: var(--back); border: 2px solid var(--line); border-radius: .25rem; }
.organisations > li { padding: .75rem 0; border-top: 1px solid var(--edge); }
.about, .standing, #hint, footer { color: var(--quiet); }
.about { margin: 0 0 .25rem; }
.label { display: inline-block; min-width: 9rem; }
.confirmed { color: var(--confirmed); font-weight: bold; }
.aged { color: var(--aged); font-weight: bold; }
.reported { color: var(--reported); font-weight: bold; }
@media print { form, .skip { display: none; } }
";

/// How the page is searched: every word must stand in what is told of an organisation, in any case and with or
/// without accents. It reads what stands in the page, writes only plain text, and keeps nothing.
pub(super) const SCRIPT: &str = r#"
(() => {
  "use strict";
  const form = document.getElementById("search");
  const box = document.getElementById("query");
  const hits = document.getElementById("hits");
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const all = Array.from(document.querySelectorAll(".organisations > li"), (item) => (
    { item, text: fold(item.textContent) }
  ));
  let waiting;
  const search = () => {
    clearTimeout(waiting);
    const words = fold(box.value).split(/\s+/).filter((word) => word !== "");
    let count = 0;
    for (const { item, text } of all) {
      const isHit = words.every((word) => text.includes(word));
      item.hidden = !isHit;
      count += isHit ? 1 : 0;
    }
    const told = count === 0 ? hits.dataset.none : hits.dataset.some;
    hits.textContent = told.replace("{count}", count.toLocaleString(document.documentElement.lang));
  };
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 200);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  form.hidden = false;
  search();
})();
"#;
