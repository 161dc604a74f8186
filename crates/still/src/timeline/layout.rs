//! Where things are in the picture.

/// The picture's measures, in the page's pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Layout {
    pub width: f64,
    pub height: f64,
    /// The width of the column of names.
    pub names: f64,
    /// The height of a lane.
    pub row: f64,
    /// How far the lanes of the tasks are scrolled.
    pub scrolled: f64,
    /// How many tasks have a lane.
    pub rows: usize,
}

/// The height of the time axis.
pub const AXIS: f64 = 22.0;

/// A row of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    Loop,
    /// The task at this place of the rows.
    Task(usize),
}

const LEAST_ROW: f64 = 20.0;
const GREATEST_ROW: f64 = 44.0;

impl Layout {
    /// The layout of so many tasks in this room. The loop's lane is always at the top, and the others scroll below.
    #[must_use]
    pub fn new(width: f64, height: f64, names: f64, rows: usize, scrolled: f64) -> Self {
        let row = ((height - AXIS) / (rows + 1) as f64)
            .floor()
            .clamp(LEAST_ROW, GREATEST_ROW);
        let mut layout = Self {
            width,
            height,
            names: names.min(width * 0.3).round(),
            row,
            scrolled: 0.0,
            rows,
        };
        layout.scrolled = scrolled.clamp(0.0, (layout.content_height() - height).max(0.0));
        layout
    }

    /// The height at which nothing has to be scrolled.
    #[must_use]
    pub fn content_height(&self) -> f64 {
        (self.rows + 1) as f64 * self.row + AXIS
    }

    /// The width of the part with a time axis.
    #[must_use]
    pub fn plot(&self) -> f64 {
        (self.width - self.names).max(1.0)
    }

    /// Where the axis begins: below the last lane, and always in sight.
    #[must_use]
    pub fn axis_y(&self) -> f64 {
        self.content_height().min(self.height) - AXIS
    }

    /// The upper edge of a task's row.
    #[must_use]
    pub fn row_y(&self, index: usize) -> f64 {
        self.row * (index + 1) as f64 - self.scrolled
    }

    /// How far the lanes have to be scrolled, which is as little as possible, to have this one in sight.
    #[must_use]
    pub fn scrolled_to(&self, index: usize) -> f64 {
        let top = self.row * index as f64;
        let room = self.axis_y() - 2.0 * self.row;
        self.scrolled.clamp((top - room).max(0.0).min(top), top)
    }

    /// The tasks' rows that are in sight.
    #[must_use]
    pub fn visible(&self) -> std::ops::Range<usize> {
        let first = (self.scrolled / self.row).floor() as usize;
        let count = ((self.axis_y() - self.row) / self.row).ceil() as usize + 1;
        first.min(self.rows)..(first + count).min(self.rows)
    }

    /// The row at a height.
    #[must_use]
    pub fn row_at(&self, y: f64) -> Option<Row> {
        if y < self.row {
            return Some(Row::Loop);
        }
        let index = ((y + self.scrolled) / self.row) as usize - 1;
        (y < self.axis_y() && index < self.rows).then_some(Row::Task(index))
    }
}
