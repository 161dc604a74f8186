//! One program, its run and the playhead: everything that the page knows, without how it looks.

mod action;
mod address;
mod exercise;
pub mod gallery;
mod inspection;
mod kept;
mod layout;
mod opened;
mod options;
mod player;
mod run;
pub mod scores;
mod settings;
mod shown;
mod state;

pub use action::Action;
pub use address::Place;
pub use exercise::{Asking, Exercise, Passage, Stop, What};
pub use gallery::{Entry, Gallery};
pub use inspection::{Inspection, LocalFrame};
pub use layout::{Area, Device, Layout, PanelId, Split};
pub use opened::{follow_link, is_link, open_file, open_given};
pub use options::Options;
pub use player::{Player, Status};
pub use run::{FILE_NAME, Program, Run};
pub use settings::{Rate, Settings, Theme};
pub use shown::{Dispatch, Now, Shown};
pub use state::{Change, Open, ProgramView, Refused, State};
