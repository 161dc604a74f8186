//! One program, its run and the playhead: everything that the page knows, without how it looks.

mod action;
mod address;
mod inspection;
mod kept;
mod layout;
mod options;
mod player;
mod run;
mod settings;
mod shown;
mod state;

pub use action::Action;
pub use address::Place;
pub use inspection::{Inspection, LocalFrame};
pub use layout::{Area, Device, Layout, PanelId, Split};
pub use options::Options;
pub use player::{Player, Status};
pub use run::{Program, Run};
pub use settings::{Rate, Settings, Theme};
pub use shown::{Dispatch, Now, Shown};
pub use state::{Change, Open, ProgramView, State};
