//! Places that do not exist but could: the vocabulary of a larger country.

/// How they begin. With [`MIDDLES`] and [`ENDS`], no two combinations read the same.
const STARTS: &[&str] = &[
    "Aal", "Bak", "Bel", "Ber", "Bor", "Bun", "Dal", "Del", "Din", "Dor", "Eer", "Elst", "Gel",
    "Gor", "Haar", "Hal", "Har", "Hil", "Hoog", "IJs", "Kam", "Kes", "Kol", "Laar", "Lee", "Lich",
    "Loch", "Maar", "Meer", "Mol", "Nes", "Nij", "Noor", "Oost", "Oud", "Pij", "Put", "Raal",
    "Rijs", "Rod", "Schaar", "Sint", "Sloch", "Spaar", "Tiel", "Twis", "Uit", "Ul", "Veel", "Vor",
    "Waal", "Wes", "Wil", "Zand", "Zeel", "Zuid",
];

/// What stands between.
const MIDDLES: &[&str] = &[
    "", "be", "boe", "dan", "del", "der", "di", "ga", "ge", "ka", "ken", "la", "lek", "lin", "mer",
    "min", "na", "ne", "pe", "ra", "ren", "ring", "se", "ter", "ting", "ven",
];

/// How they end.
const ENDS: &[&str] = &[
    "aarde", "berg", "beek", "broek", "buren", "dam", "dijk", "donk", "dorp", "drecht", "gouw",
    "haven", "heim", "horn", "horst", "hout", "huizen", "kamp", "kapelle", "kerk", "kum", "land",
    "loo", "meer", "mond", "oord", "poort", "schoten", "sluis", "stad", "stede", "terp", "veen",
    "veld", "voort", "waarde", "wijk", "wolde", "woude", "zijl",
];

/// How many such places there are.
pub(crate) const COUNT: usize = STARTS.len() * MIDDLES.len() * ENDS.len();

/// A step through all of them that comes back only when each has been met, as it shares no
/// divisor with their number.
const STEP: usize = 30_011;

/// The place at a position, each at one.
pub(crate) fn place(position: usize) -> String {
    let mixed = position % COUNT * STEP % COUNT;
    let (start, rest) = (mixed % STARTS.len(), mixed / STARTS.len());
    let (middle, end) = (rest % MIDDLES.len(), rest / MIDDLES.len());
    [STARTS[start], MIDDLES[middle], ENDS[end]].concat()
}
