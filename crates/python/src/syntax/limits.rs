//! What is refused before parsing, because it would exhaust the stack of the parser or of later stages.

use super::diagnostic::Sink;

pub(super) fn check(_source: &str, _sink: &mut Sink) {}
