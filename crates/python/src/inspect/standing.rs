//! Where a session's last slice has ended.

use crate::session::{Phase, Session, Stage};
use crate::vm::fiber::Fiber;

/// Whose code the last slice has ended in.
pub enum Standing<'a> {
    /// The module's.
    Main(&'a Fiber),
    /// That of a task's or callback's step, or of a thread beside the loop's.
    Step,
    /// Nobody's.
    Elsewhere,
}

/// Where a session's last slice has ended.
pub fn standing(session: &Session) -> Standing<'_> {
    match &session.phase {
        Phase::Main(fiber) | Phase::Dying(fiber, _) | Phase::Closing(fiber, _) => Standing::Main(fiber),
        Phase::Loop(_, Stage::Step | Stage::Polling) => Standing::Step,
        Phase::Loop(_, Stage::Between) | Phase::Ended(_) => Standing::Elsewhere,
    }
}

/// In the middle of a step, lets the machine look at it: without fuel it stops where it stands.
pub fn look_at_step(session: &mut Session) {
    if let Standing::Step = standing(session) {
        session.vm.seen.look();
        // Nothing runs without fuel, so there is nothing to do next.
        let _ = session.advance(0);
    }
}
