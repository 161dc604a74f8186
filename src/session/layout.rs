//! Which panels are seen, where, and how large. Panels stand in four areas, two above two; of the panels of one area
//! that are seen, one is in front.

use crate::host::storage;

/// A panel of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PanelId {
    Code,
    Scene,
    Queues,
    Console,
    Log,
    Inspector,
    Timeline,
}

impl PanelId {
    /// All panels, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Code,
        Self::Scene,
        Self::Queues,
        Self::Timeline,
        Self::Console,
        Self::Log,
        Self::Inspector,
    ];

    /// The stable name by which tests, links and style sheets know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Scene => "scene",
            Self::Queues => "queues",
            Self::Console => "console",
            Self::Log => "log",
            Self::Inspector => "inspector",
            Self::Timeline => "timeline",
        }
    }

    /// The area in which it stands.
    pub const fn area(self) -> Area {
        match self {
            Self::Code => Area::Program,
            Self::Scene | Self::Queues => Area::Stage,
            Self::Console | Self::Log | Self::Inspector => Area::Reports,
            Self::Timeline => Area::Time,
        }
    }

    /// The panel of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|panel| panel.name() == name)
    }
}

/// A part of the page's grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Area {
    Program,
    Stage,
    Reports,
    Time,
}

impl Area {
    /// Its name in style sheets.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::Stage => "stage",
            Self::Reports => "reports",
            Self::Time => "time",
        }
    }

    const ALL: [Self; 4] = [Self::Program, Self::Stage, Self::Reports, Self::Time];
}

/// Which way two areas are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// Left from right.
    Columns,
    /// Above from below.
    Rows,
}

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// For all areas.
    Desk,
    /// For one panel at a time.
    Phone,
}

/// The layout as a person has arranged it.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The left column's share, in percent.
    pub columns: f64,
    /// The upper row's share, in percent.
    pub rows: f64,
    hidden: Vec<PanelId>,
    /// In the order of [`Area::ALL`].
    in_front: [PanelId; 4],
    /// The one panel that a phone shows.
    pub on_phone: PanelId,
    pub device: Device,
    /// The panels of a frame in another page, in their order; none where the page stands for itself.
    pub framed: Vec<PanelId>,
    /// The address asks for it: nothing of it is kept for the next visit.
    is_for_this_visit: bool,
}

impl Default for Layout {
    fn default() -> Self {
        Self {
            columns: 34.0,
            rows: 67.0,
            hidden: Vec::new(),
            in_front: [PanelId::Code, PanelId::Scene, PanelId::Console, PanelId::Timeline],
            on_phone: PanelId::Scene,
            device: Device::Desk,
            framed: Vec::new(),
            is_for_this_visit: false,
        }
    }
}

const KEY: &str = "layout";

impl Layout {
    /// The panels of an area that are seen.
    pub fn panels(&self, area: Area) -> impl Iterator<Item = PanelId> + '_ {
        PanelId::ALL
            .into_iter()
            .filter(move |panel| panel.area() == area && self.is_seen(*panel))
    }

    /// Whether a panel was not hidden. A phone has each of them behind a tab.
    pub fn is_seen(&self, panel: PanelId) -> bool {
        self.device == Device::Phone || !self.hidden.contains(&panel)
    }

    /// The panel in front of an area; none if all are hidden.
    pub fn in_front(&self, area: Area) -> Option<PanelId> {
        let chosen = self.in_front.iter().find(|panel| panel.area() == area);
        let chosen = chosen.copied().filter(|panel| self.is_seen(*panel));
        chosen.or_else(|| self.panels(area).next())
    }

    /// Whether a panel can be looked at, and is not behind another one.
    pub fn is_in_sight(&self, panel: PanelId) -> bool {
        if !self.framed.is_empty() {
            return self.framed.contains(&panel);
        }
        match self.device {
            Device::Desk => self.in_front(panel.area()) == Some(panel),
            Device::Phone => self.on_phone == panel,
        }
    }

    /// Brings a panel to the front of its area, from where it was hidden too; on a phone, that is in nobody's way.
    pub fn bring_to_front(&mut self, panel: PanelId) {
        if self.device == Device::Desk {
            self.hidden.retain(|hidden| *hidden != panel);
        }
        self.on_phone = panel;
        for (area, front) in Area::ALL.into_iter().zip(&mut self.in_front) {
            if area == panel.area() {
                *front = panel;
            }
        }
    }

    /// Whether a panel is the only one that was not hidden: an empty page would be none.
    pub fn is_last(&self, panel: PanelId) -> bool {
        self.is_seen(panel)
            && PanelId::ALL
                .into_iter()
                .all(|other| other == panel || !self.is_seen(other))
    }

    /// Hides a panel unless it is the last one, or brings it back.
    pub fn toggle(&mut self, panel: PanelId) {
        if self.is_last(panel) {
            return;
        }
        if self.is_seen(panel) {
            self.hidden.push(panel);
        } else {
            self.bring_to_front(panel);
        }
    }

    /// Shows these panels in a frame, in their order.
    pub fn frame(&mut self, panels: Vec<PanelId>) {
        self.framed = panels;
        self.is_for_this_visit = true;
    }

    /// Leaves the program and the call center, large: for a talk.
    pub fn present(&mut self) {
        let others = PanelId::ALL.into_iter();
        self.hidden = others
            .filter(|panel| matches!(panel.area(), Area::Reports | Area::Time))
            .collect();
        // Code in large type needs more of the screen.
        self.columns = self.columns.max(40.0);
        self.is_for_this_visit = true;
    }

    /// Moves a division; in percent.
    pub fn divide(&mut self, split: Split, percent: f64) {
        let share = percent.clamp(15.0, 85.0);
        match split {
            Split::Columns => self.columns = share,
            Split::Rows => self.rows = share,
        }
    }

    /// The layout of earlier visits.
    pub fn load() -> Self {
        let mut layout = Self::default();
        let kept = storage::load(KEY).unwrap_or_default();
        for (key, value) in kept.split(';').filter_map(|part| part.split_once('=')) {
            match key {
                "columns" => layout.divide(Split::Columns, value.parse().unwrap_or(layout.columns)),
                "rows" => layout.divide(Split::Rows, value.parse().unwrap_or(layout.rows)),
                "hidden" => layout.hidden = value.split(',').filter_map(PanelId::from_name).collect(),
                _ => {}
            }
        }
        if layout.hidden.len() >= PanelId::ALL.len() {
            layout.hidden.clear();
        }
        layout
    }

    /// Keeps it; that it can't be kept is no reason to stop anybody.
    pub fn save(&self) {
        if self.is_for_this_visit {
            return;
        }
        let hidden: Vec<_> = self.hidden.iter().map(|panel| panel.name()).collect();
        let text = format!(
            "columns={:.1};rows={:.1};hidden={}",
            self.columns,
            self.rows,
            hidden.join(",")
        );
        let _ = storage::save(KEY, &text);
    }
}
