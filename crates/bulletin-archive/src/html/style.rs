//! What styles say of how text looks.

/// How text looks, as far as it tells headings from paragraphs and hidden text from shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    pub(super) fate: Fate,
    pub(super) heading: bool,
    pub(super) bold: bool,
    /// White space is kept as it is.
    pub(super) preformatted: bool,
    /// The font's size in CSS pixels.
    pub(super) size: f32,
}

/// What becomes of text; an element's fate is at least that of the element around.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fate {
    #[default]
    Shown,
    /// A style hides it.
    Hidden,
    /// It is no text for readers.
    Dropped,
}

impl Default for Look {
    fn default() -> Self {
        Self { fate: Fate::Shown, heading: false, bold: false, preformatted: false, size: MEDIUM }
    }
}

/// Text smaller than this nobody can read; newsletters hide their previews so.
const LEAST_VISIBLE: f32 = 3.0;

/// A browser's own font size.
const MEDIUM: f32 = 16.0;

impl Look {
    pub(super) fn fate(self) -> Fate {
        if self.size < LEAST_VISIBLE { self.fate.max(Fate::Hidden) } else { self.fate }
    }
}

/// What an element changes in the look of what is around it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Change {
    pub(super) fate: Fate,
    pub(super) heading: bool,
    pub(super) bold: Option<bool>,
    pub(super) preformatted: Option<bool>,
    pub(super) size: Option<Size>,
    display: Option<Display>,
    /// `visibility`, `opacity`, or Outlook's own way to hide.
    unseen: Option<bool>,
    /// It has no height, and what stands out of it is cut off.
    flat: Option<bool>,
    clipped: Option<bool>,
}

/// How an element is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Display {
    None,
    Block,
    Other,
}

/// A font size, by itself or by that of the element around.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Size {
    Pixels(f32),
    Times(f32),
}

impl Change {
    /// The look within an element, from that around it.
    pub(super) fn of(self, around: Look) -> Look {
        Look {
            fate: self.own_fate().max(around.fate),
            heading: self.heading || around.heading,
            bold: self.bold.unwrap_or(around.bold),
            preformatted: self.preformatted.unwrap_or(around.preformatted),
            size: match self.size {
                Some(Size::Pixels(pixels)) => pixels,
                Some(Size::Times(times)) => around.size * times,
                None => around.size,
            },
        }
    }

    /// This change where it says something, and `under` where it does not.
    pub(super) fn over(self, under: Self) -> Self {
        Self {
            fate: self.fate.max(under.fate),
            heading: self.heading || under.heading,
            bold: self.bold.or(under.bold),
            preformatted: self.preformatted.or(under.preformatted),
            size: self.size.or(under.size),
            display: self.display.or(under.display),
            unseen: self.unseen.or(under.unseen),
            flat: self.flat.or(under.flat),
            clipped: self.clipped.or(under.clipped),
        }
    }

    /// Whether an inline element becomes a block.
    pub(super) fn is_block(self) -> bool {
        self.display == Some(Display::Block)
    }

    fn own_fate(self) -> Fate {
        let is = |property: Option<bool>| property == Some(true);
        let hides = self.display == Some(Display::None) || is(self.unseen) || is(self.flat) && is(self.clipped);
        if hides { self.fate.max(Fate::Hidden) } else { self.fate }
    }

    /// Adds the declarations of a `style` attribute or of a rule.
    pub(super) fn add_style(&mut self, style: &str) {
        for declaration in style.split(';') {
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let (name, value) = (name.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
            let value = value.strip_suffix("!important").unwrap_or(&value).trim_end();
            match name.as_str() {
                "display" => {
                    self.display = Some(match value {
                        "none" => Display::None,
                        "block" => Display::Block,
                        _ => Display::Other,
                    });
                }
                "visibility" => self.unseen = Some(matches!(value, "hidden" | "collapse")),
                "mso-hide" if value == "all" => self.unseen = Some(true),
                "opacity" if value.parse() == Ok(0.0_f32) => self.unseen = Some(true),
                "max-height" | "height" if matches!(pixels(value), Some(Size::Pixels(0.0))) => self.flat = Some(true),
                "max-height" => self.flat = Some(false),
                "overflow" => self.clipped = Some(value == "hidden"),
                "font-weight" => self.bold = weight(value).or(self.bold),
                "font-size" => self.size = pixels(value).or(self.size),
                "font" => self.add_font(value),
                "white-space" => self.preformatted = Some(matches!(value, "pre" | "pre-wrap" | "pre-line")),
                _ => {}
            }
        }
    }

    pub(super) fn hide(&mut self) {
        self.fate = self.fate.max(Fate::Hidden);
    }

    /// font = { style | weight } , size , [ "/" , line-height ] , family ;
    fn add_font(&mut self, value: &str) {
        for word in value.split_ascii_whitespace() {
            if let Some(size) = pixels(word.split('/').next().unwrap_or(word)).filter(|_| weight(word).is_none()) {
                self.size = Some(size);
                return;
            }
            self.bold = weight(word).or(self.bold);
        }
    }

    /// Adds the `size` of a `font` element: 1 to 7, or steps from 3.
    pub(super) fn add_font_size(&mut self, value: &str) {
        const SIZES: [f32; 7] = [10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0];
        let steps = value.trim().parse::<i8>().ok();
        let relative = value.trim().starts_with(['+', '-']);
        let index = steps.map(|steps| if relative { steps.saturating_add(2) } else { steps.saturating_sub(1) });
        let size = index.and_then(|index| SIZES.get(usize::from(index.clamp(0, 6).unsigned_abs())));
        self.size = size.map(|&size| Size::Pixels(size)).or(self.size);
    }
}

/// weight = "bold" | "bolder" | "normal" | "lighter" | hundreds ;
fn weight(value: &str) -> Option<bool> {
    match value {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        _ => value.parse::<u16>().ok().filter(|weight| (100..=1000).contains(weight)).map(|weight| weight >= 600),
    }
}

/// size = number , [ unit ] | keyword ;
fn pixels(value: &str) -> Option<Size> {
    const UNITS: [(&str, Size); 8] = [
        ("px", Size::Pixels(1.0)),
        ("pt", Size::Pixels(4.0 / 3.0)),
        ("rem", Size::Pixels(MEDIUM)),
        ("em", Size::Times(1.0)),
        ("%", Size::Times(0.01)),
        ("mm", Size::Pixels(3.78)),
        ("cm", Size::Pixels(37.8)),
        ("in", Size::Pixels(96.0)),
    ];
    const KEYWORDS: [(&str, Size); 9] = [
        ("xx-small", Size::Pixels(9.0)),
        ("x-small", Size::Pixels(10.0)),
        ("small", Size::Pixels(13.0)),
        ("medium", Size::Pixels(MEDIUM)),
        ("large", Size::Pixels(18.0)),
        ("x-large", Size::Pixels(24.0)),
        ("xx-large", Size::Pixels(32.0)),
        ("smaller", Size::Times(0.83)),
        ("larger", Size::Times(1.2)),
    ];
    if let Some(&(_, size)) = KEYWORDS.iter().find(|(keyword, _)| *keyword == value) {
        return Some(size);
    }
    let end = value.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(value.len());
    let number = value[..end].parse::<f32>().ok()?;
    let unit = value[end..].trim();
    if unit.is_empty() {
        return Some(Size::Pixels(number));
    }
    UNITS.iter().find(|(name, _)| *name == unit).map(|&(_, size)| match size {
        Size::Pixels(pixels) => Size::Pixels(pixels * number),
        Size::Times(times) => Size::Times(times * number),
    })
}
