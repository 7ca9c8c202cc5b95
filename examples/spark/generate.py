"""Makes WARC files of pages of made-up municipalities, and a directory of these, to try a sweep with."""

import argparse
import gzip
import os
import random

HEAD = 'schema = 1\ntitle = "Made up"\nedition = "2026-11-01"\nlicence = "CC0-1.0"\n'
PLATFORMS = {
    "x": "https://x.com/{}",
    "facebook": "https://www.facebook.com/{}",
    "instagram": "https://www.instagram.com/{}/",
    "linkedin": "https://www.linkedin.com/company/{}",
}
EVIDENCE = '[{{ method = "official-site", url = "{}", seen = "2025-01-01" }}]'


def place(number):
    """A name of letters only."""
    letters = "bdfgklmnprst"
    vowels = "aeiou"
    name = ""
    for _ in range(4):
        number, consonant = divmod(number, len(letters))
        number, vowel = divmod(number, len(vowels))
        name += letters[consonant] + vowels[vowel]
    return name


def organisation(number):
    """The table of one municipality, some of whose accounts are listed."""
    name = place(number)
    site = f"https://www.{name}.example/"
    lines = ["", "[[organisation]]", f'id = "gemeente-{name}"', f'name = "Gemeente {name.capitalize()}"', 'kind = "municipality"', f'website = "{site}"']
    for platform in list(PLATFORMS)[: number % 4]:
        lines += ["", "[[organisation.account]]", f'platform = "{platform}"', f'handle = "{handle(platform, name)}"', f"evidence = {EVIDENCE.format(site)}"]
    return "\n".join(lines) + "\n"


def handle(platform, name):
    return f"gem{name}" if platform == "x" else f"gemeente{name}"


def page(number, path, rng):
    """A page with news, accounts of others, and sometimes the accounts of its owner."""
    name = place(number)
    links = ""
    if path % 3 != 1:
        for platform, address in PLATFORMS.items():
            if rng.random() < 0.8:
                links += f'<li><a href="{address.format(handle(platform, name))}">{platform}</a></li>'
    other = place(rng.randrange(2000))
    text = "".join(f'<article><h2><a href="/nieuws/{n}">Bericht {n}</a></h2><p>Nieuws over wonen en werken in {name}.</p></article>' for n in range(20))
    return (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Pagina {path} - Gemeente {name.capitalize()}</title></head><body>'
        f'<header><nav><a href="/contact">Contact</a></nav></header><main>{text}<p>Zie ook <a href="https://x.com/gem{other}">{other}</a> '
        f'en <a href="https://www.facebook.com/sharer.php?u=x">deel dit</a>.</p></main><footer><h2>Volg ons</h2><ul>{links}</ul></footer></body></html>'
    )


def record(target, body, day):
    """One record of an answer, compressed by itself."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}".encode()
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: {target}\r\nWARC-Date: 2026-11-{day:02d}T12:00:00Z\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    ).encode()
    return gzip.compress(head + answer + b"\r\n\r\n", compresslevel=1, mtime=0)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=50_000)
    parser.add_argument("--files", type=int, default=20)
    parser.add_argument("--organisations", type=int, default=2_000)
    parser.add_argument("--out", required=True)
    given = parser.parse_args()

    os.makedirs(os.path.join(given.out, "archives"), exist_ok=True)
    with open(os.path.join(given.out, "directory.toml"), "w", encoding="utf-8") as out:
        out.write(HEAD + "".join(organisation(number) for number in range(given.organisations)))
    rng = random.Random(1)
    for file in range(given.files):
        with open(os.path.join(given.out, "archives", f"{file:04d}.warc.gz"), "wb") as out:
            for at in range(file, given.pages, given.files):
                number, path = at % given.organisations, at // given.organisations
                target = f"https://www.{place(number)}.example/pagina/{path}"
                out.write(record(target, page(number, path, rng), 1 + rng.randrange(28)))


if __name__ == "__main__":
    main()
