//! The page's own style sheets, as far as pictures need them: what an element looks like by its classes, its
//! attributes and what it stands in. So a picture in a file can't differ from the one on the page.

mod color;
mod selector;
mod sheet;
mod values;

pub use color::Color;
pub use selector::Element;
pub use sheet::Sheet;
pub use values::Values;
