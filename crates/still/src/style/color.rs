//! Colours: as style sheets write them, mixed, and seen through a filter.

use super::values::split_top;

/// A colour, each part from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Color {
    pub red: f64,
    pub green: f64,
    pub blue: f64,
    pub alpha: f64,
}

const TRANSPARENT: Color = Color {
    red: 0.0,
    green: 0.0,
    blue: 0.0,
    alpha: 0.0,
};

impl Color {
    /// Reads `#rgb`, `#rrggbb`, `transparent` and `color-mix(in srgb, …)` of these.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(digits) = text.strip_prefix('#') {
            return Self::from_hex(digits);
        }
        if text == "transparent" {
            return Some(TRANSPARENT);
        }
        let inner = text.strip_prefix("color-mix(")?.strip_suffix(')')?;
        let parts = split_top(inner, ',');
        let [space, first, second] = parts.as_slice() else {
            return None;
        };
        if space.trim() != "in srgb" {
            return None;
        }
        let (first, share) = first.trim().rsplit_once(' ')?;
        let share: f64 = share.strip_suffix('%')?.parse().ok()?;
        Some(Self::parse(first)?.mixed(Self::parse(second)?, share / 100.0))
    }

    fn from_hex(digits: &str) -> Option<Self> {
        let long: String = match digits.len() {
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            6 => digits.to_owned(),
            _ => return None,
        };
        let number = u32::from_str_radix(&long, 16).ok()?;
        let part = |shift: u32| f64::from((number >> shift) & 0xff) / 255.0;
        Some(Self {
            red: part(16),
            green: part(8),
            blue: part(0),
            alpha: 1.0,
        })
    }

    /// This share of the colour, and the rest of another, as `color-mix` does it.
    fn mixed(self, other: Self, share: f64) -> Self {
        let alpha = share * self.alpha + (1.0 - share) * other.alpha;
        let mix = |one: f64, two: f64| {
            if alpha == 0.0 {
                return 0.0;
            }
            (share * self.alpha * one + (1.0 - share) * other.alpha * two) / alpha
        };
        Self {
            red: mix(self.red, other.red),
            green: mix(self.green, other.green),
            blue: mix(self.blue, other.blue),
            alpha,
        }
    }

    /// The colour as it is seen through `brightness(…)` and `saturate(…)`, in the order in which they stand.
    #[must_use]
    pub fn filtered(self, filter: &str) -> Self {
        let mut color = self;
        for part in split_top(filter, ' ') {
            let Some((name, amount)) = part.trim_end_matches(')').split_once('(') else {
                continue;
            };
            let Ok(amount) = amount.parse::<f64>() else {
                continue;
            };
            color = match name {
                "brightness" => color.each(|part| part * amount),
                "saturate" => color.saturated(amount),
                _ => color,
            };
        }
        color
    }

    fn each(self, change: impl Fn(f64) -> f64) -> Self {
        Self {
            red: change(self.red).clamp(0.0, 1.0),
            green: change(self.green).clamp(0.0, 1.0),
            blue: change(self.blue).clamp(0.0, 1.0),
            alpha: self.alpha,
        }
    }

    /// As the matrix in the Filter Effects specification, which keeps the luminance.
    fn saturated(self, amount: f64) -> Self {
        let luminance = 0.213 * self.red + 0.715 * self.green + 0.072 * self.blue;
        self.each(|part| luminance + (part - luminance) * amount)
    }

    /// `#rrggbb`; how opaque it is does not stand in it.
    #[must_use]
    pub fn hex(self) -> String {
        let part = |part: f64| (part * 255.0).round() as u8;
        format!(
            "#{:02x}{:02x}{:02x}",
            part(self.red),
            part(self.green),
            part(self.blue)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> Option<(String, f64)> {
        Color::parse(text).map(|color| (color.hex(), color.alpha))
    }

    #[test]
    fn colours_are_mixed_as_browsers_mix_them() {
        assert_eq!(hex("#fff"), Some(("#ffffff".to_owned(), 1.0)));
        assert_eq!(
            hex("color-mix(in srgb, #000000 25%, #ffffff)"),
            Some(("#bfbfbf".to_owned(), 1.0))
        );
        assert_eq!(
            hex("color-mix(in srgb, color-mix(in srgb, #f00 50%, #00f) 50%, #000)"),
            Some(("#400040".to_owned(), 1.0))
        );
        assert_eq!(
            hex("color-mix(in srgb, #1d2230 14%, transparent)"),
            Some(("#1d2230".to_owned(), 0.14))
        );
        assert_eq!(hex("red"), None);
    }

    #[test]
    fn a_filter_darkens_and_takes_colour_out() {
        let red = Color::parse("#ff0000").expect("a colour");
        assert_eq!(red.filtered("brightness(0.5)").hex(), "#800000");
        assert_eq!(red.filtered("saturate(0)").hex(), "#363636");
        assert_eq!(red.filtered("none").hex(), "#ff0000");
    }
}
