//! How something else takes the draft's place: what a link brings, a scenario of the gallery, or what was there before.

use std::rc::Rc;

use switchboard_frozen::FIRST_PROGRAM;
use switchboard_scenario::{Panel, Scenario};

use super::{Prepared, ProgramView, Refused, State};
use crate::host::{link, page};
use crate::session::settings::Rate;
use crate::session::{PanelId, Program};

impl State {
    /// Shows what a link has brought. The person's own program is kept, and nothing is written over before they edit.
    #[inline(never)]
    pub(super) fn open_scenario(&mut self, scenario: &Scenario) {
        self.open.refused = None;
        self.close_dialogs();
        // To a room one thing is shown at a time, and whoever shows it says the rest.
        self.open.hides_notes = page::is_presenting();
        self.entry = None;
        self.scenario = Rc::new(Scenario {
            program: String::new(),
            ..scenario.clone()
        });
        if scenario.program != self.draft.source {
            let own = std::mem::replace(&mut self.draft, Program::new(scenario.program.clone()));
            let is_own = !std::mem::replace(&mut self.is_guest, true);
            if is_own && !self.is_framed() && own.source != FIRST_PROGRAM {
                self.kept.push(own.source.clone());
            }
        }
        if let Some(rate) = scenario.rate {
            let rate = Rate::from(rate);
            self.settings.rate = rate;
            self.player.set_rate(rate);
        }
        self.bring_to_front(&scenario.panels);
        self.player.clear();
        self.forget_run();
        self.open.program = ProgramView::Listing;
        let step = usize::try_from(scenario.step).unwrap_or(usize::MAX);
        if step == 0 && !scenario.notes.is_empty() {
            // What there is to see is told before it is seen: a phone shows one panel at a time.
            self.layout.on_phone = PanelId::Code;
        }
        if step > 0 || scenario.attempt.is_some() {
            self.begin(Prepared::Stand(step));
            if !self.has_stops() {
                self.player.run_to(step);
            }
        }
    }

    #[inline(never)]
    pub(super) fn open_entry(&mut self, id: Rc<str>) {
        let lang = self.settings.lang;
        let entry = self.gallery.iter().flat_map(|gallery| gallery.iter());
        let found = entry
            .clone()
            .find(|entry| entry.id == id)
            .map(|entry| entry.scenario(lang));
        match found {
            Some(scenario) => {
                self.open_scenario(&scenario);
                self.entry = Some(id);
            }
            None => self.open.refused = Some(Refused::NoEntry),
        }
    }

    /// Has what stands in the gallery speak the language that was chosen.
    #[inline(never)]
    pub(super) fn translate(&mut self) {
        let (Some(id), Some(gallery)) = (&self.entry, &self.gallery) else {
            return;
        };
        let entry = gallery.iter().find(|entry| entry.id == *id);
        if let Some(entry) = entry {
            self.scenario = Rc::new(Scenario {
                program: String::new(),
                ..entry.scenario(self.settings.lang)
            });
        }
    }

    /// Brings the panels to the front that an author wants to be seen; of those in one area, the first.
    #[inline(never)]
    pub(super) fn bring_to_front(&mut self, panels: &[Panel]) {
        let panels = panels.iter().filter_map(|panel| PanelId::from_name(panel.name()));
        if self.may_frame && panels.clone().next().is_some() {
            self.layout.frame(panels.collect());
            return;
        }
        for panel in panels.rev() {
            self.layout.bring_to_front(panel);
        }
    }

    /// Changes places: what was kept becomes the draft, and the draft is kept.
    #[inline(never)]
    pub(super) fn take_back(&mut self) {
        let Some(text) = self.kept.pop() else { return };
        if !std::mem::take(&mut self.is_guest) {
            self.kept.push(self.draft.source.clone());
        }
        // The link is not what one sees any longer, even to somebody who reloads at once.
        link::show_fragment("");
        self.scenario = Rc::default();
        self.entry = None;
        self.draft = Program::new(text);
        self.save_programs();
        self.player.clear();
        self.forget_run();
    }
}
