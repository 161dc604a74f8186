//! Boards kept on the way, so that any step is near one.

use crate::board::Board;
use crate::trace::Trace;

/// Events between two kept boards: a seek folds at most so many, which takes about a millisecond.
const SPACING: usize = 32_768;

/// Boards after 0, [`SPACING`], 2 · [`SPACING`] ... events, as far as anyone looked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Checkpoints {
    boards: Vec<Board>,
}

impl Checkpoints {
    /// The board after `step` events, or after all if there are fewer.
    pub(crate) fn board_at(&mut self, trace: &Trace, step: usize) -> Board {
        let step = step.min(trace.len());
        self.extend(trace, step);
        let mut board = self.boards.get(step / SPACING).cloned().unwrap_or_default();
        board.advance(trace, step);
        board
    }

    fn extend(&mut self, trace: &Trace, step: usize) {
        while self.boards.len() <= step / SPACING {
            let mut next = self.boards.last().cloned().unwrap_or_default();
            next.advance(trace, self.boards.len() * SPACING);
            self.boards.push(next);
        }
    }
}
