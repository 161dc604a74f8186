//! What the address asks for after its `?`, for frames and slides. It holds for this visit alone: nothing of it is kept.

use super::layout::PanelId;
use super::settings::Theme;
use crate::i18n::Lang;

/// What the address asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// In place of what the person has chosen.
    pub theme: Option<Theme>,
    /// In place of what the person has chosen.
    pub lang: Option<Lang>,
    /// How large everything is drawn, from 0.75 to 2.
    pub scale: Option<f64>,
    /// The panels of a frame, in their order; none where the page stands for itself.
    pub framed: Vec<PanelId>,
    /// The frame's panels are not named: a scenario may name others.
    pub leaves_panels: bool,
    /// A frame plays by itself.
    pub plays: bool,
    /// Large type, for the back row.
    pub presents: bool,
}

impl Options {
    /// Reads what stands from `?` on. What it does not know it leaves alone.
    pub fn read(query: &str) -> Self {
        let mut options = Self::default();
        let (mut is_embed, mut plays, mut view) = (false, false, Vec::new());
        for pair in query.trim_start_matches('?').split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match name {
                "theme" => options.theme = Theme::named(value),
                "lang" => options.lang = Lang::from_tag(value),
                "scale" => options.scale = value.parse().ok().map(|scale: f64| scale.clamp(0.75, 2.0)),
                "embed" => is_embed = value != "0",
                "autoplay" => plays = value != "0",
                "present" => options.presents = value != "0",
                "view" => {
                    let names = value.split([',', ' ']).flat_map(|name| name.split("%2C"));
                    view = names.filter_map(PanelId::from_name).collect();
                }
                _ => {}
            }
        }
        if is_embed {
            options.leaves_panels = view.is_empty();
            options.framed = match view.is_empty() {
                true => vec![PanelId::Code, PanelId::Scene],
                false => view,
            };
            options.plays = plays;
        }
        options
    }
}
