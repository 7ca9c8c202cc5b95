//! What elements are, by their names.

/// Whether an element may stand in the head of a page, or around it; any other begins the body
/// (<https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead>).
pub(super) fn is_of_head(name: &[u8]) -> bool {
    matches!(
        name,
        b"html"
            | b"head"
            | b"title"
            | b"meta"
            | b"link"
            | b"base"
            | b"script"
            | b"style"
            | b"noscript"
            | b"template"
    )
}

/// Whether an element is a picture or a formula, in which XML is written.
pub(super) fn is_foreign(name: &[u8]) -> bool {
    matches!(name, b"svg" | b"math")
}

pub(super) fn is_heading(name: &[u8]) -> bool {
    matches!(name, [b'h', b'1'..=b'6'] | b"legend" | b"summary" | b"dt")
}

/// Whether an open element ends where another begins.
pub(super) fn closes(name: &[u8], open: &[u8]) -> bool {
    match open {
        b"p" => true,
        b"li" | b"option" => name == open,
        b"dt" | b"dd" => matches!(name, b"dt" | b"dd"),
        b"td" | b"th" => matches!(name, b"td" | b"th" | b"tr"),
        _ => false,
    }
}

pub(super) fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"source"
            | b"track"
            | b"wbr"
            | b"frame"
            | b"param"
    )
}

/// Whether an element is a cell: what stands in a row belongs together.
pub(super) fn is_cell(name: &[u8]) -> bool {
    matches!(name, b"td" | b"th")
}

pub(super) fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"address"
            | b"article"
            | b"aside"
            | b"blockquote"
            | b"body"
            | b"center"
            | b"dd"
            | b"details"
            | b"dialog"
            | b"dir"
            | b"div"
            | b"dl"
            | b"dt"
            | b"fieldset"
            | b"figcaption"
            | b"figure"
            | b"footer"
            | b"form"
            | b"h1"
            | b"h2"
            | b"h3"
            | b"h4"
            | b"h5"
            | b"h6"
            | b"header"
            | b"hr"
            | b"legend"
            | b"li"
            | b"main"
            | b"menu"
            | b"nav"
            | b"ol"
            | b"option"
            | b"p"
            | b"pre"
            | b"section"
            | b"summary"
            | b"table"
            | b"tbody"
            | b"td"
            | b"tfoot"
            | b"th"
            | b"thead"
            | b"tr"
            | b"ul"
    )
}
