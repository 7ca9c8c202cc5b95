//! Values of styles: numbers, shapes, colours.

use super::Value;

/// A number and its unit.
pub(super) fn number(value: &str) -> Option<(f64, &str)> {
    let end = value.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+')));
    let (digits, unit) = value.split_at_checked(end.unwrap_or(value.len()))?;
    Some((digits.parse().ok().filter(|it: &f64| it.is_finite())?, unit))
}

pub(super) fn is_nothing(value: &str) -> bool {
    number(value).is_some_and(|(it, _)| it == 0.0)
}

/// Whether a size is that of nothing, or of a point.
pub(super) fn is_speck(value: &str) -> bool {
    number(value).is_some_and(|(it, unit)| it == 0.0 || unit == "px" && it.abs() <= 1.0)
}

/// Whether a place is far beside the screen, as those have it who hide links from the owner of a page. Some hundred pixels
/// may still be on it, by what it is measured from.
pub(super) fn far(value: &str) -> Value {
    match number(value) {
        Some((it, unit)) if it <= -900.0 || it <= -100.0 && unit != "px" => Value::Hides,
        Some((it, _)) if it <= -100.0 => Value::Either,
        _ => Value::Shows,
    }
}

pub(super) fn is_far_margin(value: &str) -> bool {
    number(value).is_some_and(|(it, _)| it <= -900.0)
}

/// What stands in the brackets of a function, where a value begins with it.
pub(super) fn argument<'v>(value: &'v str, function: &str) -> Option<&'v str> {
    Some(value.strip_prefix(function)?.split(')').next().unwrap_or_default().trim())
}

/// Whether of the rectangle that `clip` leaves nothing is left: top, right, bottom and left.
pub(super) fn is_empty_rectangle(sides: &str) -> bool {
    let parts = sides.split([',', ' ']).filter(|it| !it.is_empty());
    let sides: Vec<f64> = parts.filter_map(|it| Some(number(it)?.0)).collect();
    match sides.as_slice() {
        [top, right, bottom, left] => bottom - top <= 1.0 || right - left <= 1.0,
        _ => false,
    }
}

pub(super) fn clips_all(value: &str) -> bool {
    let is_half = |it: &str| number(it).is_some_and(|(it, unit)| unit == "%" && it >= 50.0);
    if let Some(sides) = argument(value, "inset(") {
        let sides: Vec<&str> =
            sides.split_ascii_whitespace().take_while(|it| *it != "round").collect();
        let percent = |it: &str| number(it).filter(|(_, unit)| *unit == "%").map_or(0.0, |it| it.0);
        return match sides.as_slice() {
            [all] => is_half(all),
            [top, right] => is_half(top) || is_half(right),
            [top, right, bottom] => percent(top) + percent(bottom) >= 100.0 || is_half(right),
            [top, right, bottom, left] => {
                percent(top) + percent(bottom) >= 100.0 || percent(right) + percent(left) >= 100.0
            }
            _ => false,
        };
    }
    let radius = argument(value, "circle(").or_else(|| argument(value, "ellipse("));
    let is_point = radius.and_then(|it| it.split_ascii_whitespace().next()).is_some_and(is_nothing);
    let corners = argument(value, "polygon(");
    let is_speck = corners.is_some_and(|it| {
        let mut parts = it.split([',', ' ']).filter(|it| !it.is_empty()).peekable();
        parts.peek().is_some() && parts.all(is_nothing)
    });
    is_point || is_speck
}

/// Whether one of the functions of `transform` makes nothing of an element, or moves it far away.
pub(super) fn transforms_away(value: &str) -> bool {
    value.split(')').any(|function| {
        let Some((name, arguments)) = function.split_once('(') else { return false };
        let mut arguments = arguments.split(',');
        match name {
            "scale" | "scalex" | "scaley" | "scale3d" => arguments.take(2).any(is_nothing),
            "translate" | "translatex" | "translatey" | "translate3d" => {
                arguments.any(is_far_margin)
            }
            _ => false,
        }
    })
}

pub(super) fn is_transparent(value: &str) -> bool {
    if let Some(digits) = value.strip_prefix('#') {
        return match digits.len() {
            4 => digits.ends_with('0'),
            8 => digits.ends_with("00"),
            _ => false,
        };
    }
    let function = ["rgba(", "rgb(", "hsla(", "hsl("].iter().find_map(|it| value.strip_prefix(it));
    let alpha =
        function.and_then(|it| it.strip_suffix(')')).and_then(|it| match it.split_once('/') {
            Some((_, alpha)) => Some(alpha),
            None => it.split(',').nth(3),
        });
    value == "transparent" || alpha.is_some_and(is_nothing)
}
