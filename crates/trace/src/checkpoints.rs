//! Boards kept on the way, so that any step is near one.

use crate::board::Board;
use crate::trace::Trace;

/// Events between two kept boards: a seek folds at most so many, which takes about a millisecond.
const SPACING: usize = 32_768;

/// Events between two boards where somebody looked last: views look at several steps near the playhead.
const NEAR: usize = SPACING / 8;

/// Boards after 0, [`SPACING`], 2 · [`SPACING`] ... events, as far as anyone looked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Checkpoints {
    boards: Vec<Board>,
    /// Which stretch between two of them was looked at last.
    stretch: usize,
    /// Boards after 0, [`NEAR`], 2 · [`NEAR`] ... events of that stretch, as far as anyone looked.
    near: Vec<Board>,
}

impl Checkpoints {
    /// The board after `step` events, or after all if there are fewer.
    pub(crate) fn board_at(&mut self, trace: &Trace, step: usize) -> Board {
        let step = step.min(trace.len());
        let (stretch, within) = (step / SPACING, step % SPACING);
        extend(&mut self.boards, trace, Board::new(), stretch, SPACING);
        if self.stretch != stretch {
            self.stretch = stretch;
            self.near.clear();
        }
        let first = self.boards.get(stretch).cloned().unwrap_or_default();
        extend(&mut self.near, trace, first, within / NEAR, NEAR);
        let mut board = self.near.get(within / NEAR).cloned().unwrap_or_default();
        board.advance(trace, step);
        board
    }

    /// Takes a board to the newest event, and keeps those on the way that nobody has kept yet.
    pub(crate) fn follow(&mut self, trace: &Trace, board: &mut Board) {
        loop {
            self.keep(board);
            let step = (board.step / NEAR + 1) * NEAR;
            if step > trace.len() {
                break;
            }
            board.advance(trace, step);
        }
        board.advance(trace, trace.len());
    }

    fn keep(&mut self, board: &Board) {
        let (stretch, within) = (board.step / SPACING, board.step % SPACING);
        if within == 0 && stretch == self.boards.len() {
            self.boards.push(board.clone());
        }
        if within == 0 && self.stretch < stretch {
            self.stretch = stretch;
            self.near.clear();
        }
        if self.stretch == stretch && within == self.near.len() * NEAR {
            self.near.push(board.clone());
        }
    }
}

/// Makes a list of boards, each so many events after the one before, long enough to have one at this place.
fn extend(boards: &mut Vec<Board>, trace: &Trace, first: Board, place: usize, spacing: usize) {
    if boards.is_empty() {
        boards.push(first);
    }
    while boards.len() <= place {
        let mut next = boards.last().cloned().unwrap_or_default();
        let step = next.step + spacing;
        next.advance(trace, step);
        boards.push(next);
    }
}
