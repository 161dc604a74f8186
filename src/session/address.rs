//! The address bar: it holds a link to what one sees.

use std::cell::RefCell;
use std::rc::Rc;

use switchboard_scenario::Scenario;

use super::gallery;
use super::run::Program;
use crate::host::{Alarm, after_ms, link};

/// How long nothing must change before the address is written, in milliseconds: browsers refuse too many changes.
const PAUSE_MS: f64 = 400.0;

/// What one sees, as far as an address tells it.
#[derive(Clone, Debug)]
pub struct Place {
    pub program: Rc<Program>,
    /// What else there is to the program.
    pub scenario: Rc<Scenario>,
    /// Its name in the gallery, if it is as it stands there.
    pub id: Option<Rc<str>>,
    /// 0 unless the playhead stands in the middle of a run.
    pub step: usize,
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.program, &other.program)
            && Rc::ptr_eq(&self.scenario, &other.scenario)
            && self.id == other.id
            && self.step == other.step
    }
}

impl Place {
    /// The short link's fragment, without its `#`, for what stands in the gallery.
    pub fn short(&self) -> Option<String> {
        let id = self.id.as_ref().filter(|_| self.step == 0)?;
        Some(gallery::fragment(id))
    }

    /// The scenario that shows it.
    pub fn scenario(&self) -> Scenario {
        Scenario {
            program: self.program.source.clone(),
            step: self.step as u64,
            ..(*self.scenario).clone()
        }
    }
}

/// The address bar.
#[derive(Default)]
pub struct Address {
    /// What it says, or soon will.
    place: Option<Place>,
    alarm: Rc<RefCell<Option<Alarm>>>,
}

impl Address {
    /// Has the address say where one is: by a link, or, where it is nothing but the page as everybody finds it, by none.
    pub fn follow(&mut self, place: Place, is_plain: bool) {
        if self.place.as_ref() == Some(&place) {
            return;
        }
        let is_first = self.place.is_none();
        self.place = Some(place.clone());
        // What stands there when the page opens is read first, and then followed.
        if is_first && (is_plain || !link::fragment().is_empty()) {
            return;
        }
        let short = place.short().or_else(|| is_plain.then(String::new));
        let write = move || match &short {
            Some(fragment) => link::show_fragment(fragment),
            None => link::write(&place.scenario(), |fragment| {
                if let Some(fragment) = fragment {
                    link::show_fragment(&fragment);
                }
            }),
        };
        *self.alarm.borrow_mut() = Some(after_ms(PAUSE_MS, write));
    }
}
