//! How the page does as its address or the page around it asks, and how it is shown to a room.

use std::rc::Rc;

use switchboard_frozen::FIRST_PROGRAM;

use super::State;
use crate::host::page;
use crate::session::kept::Kept;
use crate::session::{Layout, Options, Program};

impl State {
    /// Does as the address or the page around this one asks.
    #[inline(never)]
    pub(super) fn adopt(&mut self, options: &Options) {
        self.settings.lang = options.lang.unwrap_or(self.settings.lang);
        self.settings.theme = options.theme.unwrap_or(self.settings.theme);
        self.apply_settings();
        if let Some(scale) = options.scale {
            page::set_root("style", &format!("zoom:{scale};--scale:{scale}"));
        }
        if options.presents && !page::is_presenting() {
            self.present();
        }
        if !options.framed.is_empty() {
            if !self.is_framed() {
                self.enter_frame();
            }
            self.layout.frame(options.framed.clone());
            self.may_frame = options.leaves_panels;
        }
    }

    /// Other people's pages show their own programs, and not what the person has written at home.
    fn enter_frame(&mut self) {
        page::set_root("data-framed", "");
        self.kept = Kept::default();
        self.draft = Program::new(FIRST_PROGRAM);
        self.shown_program = Rc::clone(&self.draft);
    }

    /// Shows the page to a room: large type, the program and the call center; or as before.
    #[inline(never)]
    pub(super) fn present(&mut self) {
        if page::is_presenting() {
            page::clear_root("data-present");
            let before = std::mem::replace(&mut self.layout, Layout::load());
            self.layout.device = before.device;
            self.layout.on_phone = before.on_phone;
        } else {
            page::set_root("data-present", "");
            self.layout.present();
        }
        self.open.hides_notes = page::is_presenting();
    }
}
