//! The call center's floor: where everything stands, in the picture's own units.

/// A place on the floor.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    pub x: f64,
    pub y: f64,
    pub w: f64,
    pub h: f64,
}

/// Which way the picture stretches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// For a desk.
    #[default]
    Wide,
    /// For a slide, or the half of a screen.
    Square,
    /// For a phone.
    Tall,
    /// For a phone that lies on its side, or a low frame.
    Low,
}

/// Jacks in a row of the switchboard.
pub const JACKS_IN_ROW: usize = 10;

/// Lines on the switchboard; further ones share a last jack.
pub const LINES: usize = 2 * JACKS_IN_ROW;

/// Where everything stands. Nothing of it depends on the run, so that nothing jumps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    pub width: f64,
    pub height: f64,
    /// The switchboard.
    pub board: Area,
    /// The desk's top, in front of which the operator sits.
    pub desk: Area,
    /// The clock on the desk.
    pub clock: Point,
    /// Where the client on the line stands.
    pub line: Point,
    /// How tall that client is beside those who queue.
    pub line_scale: f64,
    /// Where balloons have room.
    pub balloon: Area,
    /// How many lines of text there is room for in them.
    pub balloon_lines: usize,
    pub queue: QueuePlan,
    pub bays: [BayPlan; 5],
    /// The door, by which clients come and go.
    pub door: Area,
    /// The list of those gone.
    pub gone: Area,
    pub gone_rows: usize,
}

/// The queue's floor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QueuePlan {
    /// Where the first in the queue stands.
    pub first: Point,
    /// From one to the next.
    pub pitch: f64,
    /// How many there is room for.
    pub spots: usize,
    /// Where the others are counted.
    pub more: Point,
    /// The left end of its sign.
    pub sign: Point,
    /// How tall those who queue are.
    pub scale: f64,
}

/// A bay of the lounge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BayPlan {
    pub area: Area,
    pub columns: usize,
    pub rows: usize,
}

/// The height of a bay's sign.
const SIGN: f64 = 26.0;

const fn area(x: f64, y: f64, w: f64, h: f64) -> Area {
    Area { x, y, w, h }
}

const fn bay(area: Area, columns: usize, rows: usize) -> BayPlan {
    BayPlan { area, columns, rows }
}

const WIDE: Plan = Plan {
    width: 940.0,
    height: 412.0,
    board: area(16.0, 12.0, 256.0, 122.0),
    desk: area(32.0, 278.0, 224.0, 12.0),
    clock: Point { x: 62.0, y: 259.0 },
    line: Point { x: 340.0, y: 360.0 },
    line_scale: 1.45,
    balloon: area(292.0, 212.0, 300.0, 62.0),
    balloon_lines: 2,
    queue: QueuePlan {
        first: Point { x: 440.0, y: 360.0 },
        pitch: 62.0,
        spots: 6,
        more: Point { x: 815.0, y: 360.0 },
        sign: Point { x: 414.0, y: 408.0 },
        scale: 1.15,
    },
    bays: [
        bay(area(292.0, 12.0, 204.0, 190.0), 2, 5),
        bay(area(504.0, 12.0, 146.0, 91.0), 2, 2),
        bay(area(658.0, 12.0, 146.0, 91.0), 2, 2),
        bay(area(504.0, 111.0, 146.0, 91.0), 2, 2),
        bay(area(658.0, 111.0, 146.0, 91.0), 2, 2),
    ],
    door: area(860.0, 256.0, 56.0, 104.0),
    gone: area(812.0, 12.0, 112.0, 190.0),
    gone_rows: 5,
};

const SQUARE: Plan = Plan {
    width: 640.0,
    height: 448.0,
    board: area(12.0, 10.0, 226.0, 106.0),
    desk: area(28.0, 238.0, 190.0, 10.0),
    clock: Point { x: 54.0, y: 221.0 },
    line: Point { x: 278.0, y: 314.0 },
    line_scale: 1.3,
    balloon: area(250.0, 142.0, 320.0, 62.0),
    balloon_lines: 2,
    queue: QueuePlan {
        first: Point { x: 387.0, y: 314.0 },
        pitch: 52.0,
        spots: 4,
        more: Point { x: 571.0, y: 314.0 },
        sign: Point { x: 360.0, y: 362.0 },
        scale: 1.0,
    },
    bays: [
        bay(area(250.0, 10.0, 196.0, 120.0), 2, 3),
        bay(area(12.0, 378.0, 148.0, 62.0), 2, 1),
        bay(area(168.0, 378.0, 148.0, 62.0), 2, 1),
        bay(area(324.0, 378.0, 148.0, 62.0), 2, 1),
        bay(area(480.0, 378.0, 148.0, 62.0), 2, 1),
    ],
    door: area(592.0, 236.0, 42.0, 78.0),
    gone: area(454.0, 10.0, 174.0, 120.0),
    gone_rows: 3,
};

const TALL: Plan = Plan {
    width: 400.0,
    height: 554.0,
    board: area(8.0, 4.0, 188.0, 80.0),
    desk: area(12.0, 186.0, 180.0, 10.0),
    clock: Point { x: 32.0, y: 169.0 },
    line: Point { x: 272.0, y: 246.0 },
    line_scale: 1.3,
    balloon: area(200.0, 112.0, 192.0, 62.0),
    balloon_lines: 3,
    queue: QueuePlan {
        first: Point { x: 40.0, y: 346.0 },
        pitch: 48.0,
        spots: 5,
        more: Point { x: 300.0, y: 358.0 },
        // Beside the queue: there is no room to spare below it.
        sign: Point { x: 276.0, y: 299.0 },
        scale: 1.0,
    },
    bays: [
        bay(area(8.0, 381.0, 384.0, 54.0), 4, 1),
        bay(area(8.0, 439.0, 188.0, 54.0), 2, 1),
        bay(area(204.0, 439.0, 188.0, 54.0), 2, 1),
        bay(area(8.0, 497.0, 188.0, 54.0), 2, 1),
        bay(area(204.0, 497.0, 188.0, 54.0), 2, 1),
    ],
    door: area(346.0, 174.0, 40.0, 72.0),
    gone: area(204.0, 4.0, 188.0, 91.0),
    gone_rows: 2,
};

const LOW: Plan = Plan {
    width: 640.0,
    height: 312.0,
    board: area(8.0, 4.0, 188.0, 84.0),
    desk: area(12.0, 200.0, 180.0, 10.0),
    clock: Point { x: 32.0, y: 183.0 },
    line: Point { x: 272.0, y: 260.0 },
    line_scale: 1.3,
    balloon: area(204.0, 122.0, 316.0, 62.0),
    balloon_lines: 2,
    queue: QueuePlan {
        first: Point { x: 362.0, y: 260.0 },
        pitch: 48.0,
        spots: 4,
        more: Point { x: 550.0, y: 260.0 },
        sign: Point { x: 336.0, y: 307.0 },
        scale: 1.0,
    },
    bays: [
        bay(area(204.0, 4.0, 212.0, 54.0), 2, 1),
        bay(area(420.0, 4.0, 212.0, 54.0), 2, 1),
        bay(area(204.0, 62.0, 104.0, 54.0), 1, 1),
        bay(area(312.0, 62.0, 158.0, 54.0), 2, 1),
        bay(area(474.0, 62.0, 158.0, 54.0), 2, 1),
    ],
    door: area(594.0, 188.0, 40.0, 72.0),
    gone: area(528.0, 120.0, 104.0, 60.0),
    gone_rows: 1,
};

impl Shape {
    /// All shapes.
    pub const ALL: [Self; 4] = [Self::Wide, Self::Square, Self::Tall, Self::Low];

    /// The shape that shows most on a stage of this size, in pixels. A narrow stage scrolls rather than making everything
    /// tiny.
    #[must_use]
    pub fn for_stage(width: f64, height: f64) -> Self {
        let is_upright = height > 0.85 * width || (width < 440.0 && height > 0.6 * width);
        if width < 560.0 && is_upright {
            return Self::Tall;
        }
        let scale = |shape: Self| {
            let plan = Plan::of(shape);
            (width / plan.width).min(height / plan.height)
        };
        // The wide one has more seats, the low one fewer.
        let roomy = if scale(Self::Square) > 1.1 * scale(Self::Wide) {
            Self::Square
        } else {
            Self::Wide
        };
        if height < 340.0 && scale(Self::Low) > 1.1 * scale(roomy) {
            Self::Low
        } else {
            roomy
        }
    }
}

impl Plan {
    /// The floor of a shape.
    #[must_use]
    pub const fn of(shape: Shape) -> &'static Self {
        match shape {
            Shape::Wide => &WIDE,
            Shape::Square => &SQUARE,
            Shape::Tall => &TALL,
            Shape::Low => &LOW,
        }
    }

    /// A line's jack, counted from 0; all beyond the last line share the one at the board's end.
    #[must_use]
    pub fn jack(&self, line: usize) -> Point {
        let pitch = self.board.w / (JACKS_IN_ROW as f64 + 1.6);
        let row_height = (self.board.h - 28.0) / 2.0;
        let row = if line < LINES { line / JACKS_IN_ROW } else { 1 };
        let column = if line < LINES {
            line % JACKS_IN_ROW
        } else {
            JACKS_IN_ROW
        };
        Point {
            x: self.board.x + pitch * (column as f64 + 0.8),
            y: self.board.y + 22.0 + row_height * (row as f64 + 1.0) - 12.0,
        }
    }

    /// The place of the one who stands at this place of the queue, counted from 0.
    #[must_use]
    pub fn in_queue(&self, place: usize) -> Point {
        Point {
            x: self.queue.first.x + self.queue.pitch * place as f64,
            y: self.queue.first.y,
        }
    }

    /// Where one stands in the door.
    #[must_use]
    pub fn threshold(&self) -> Point {
        Point {
            x: self.door.x + self.door.w / 2.0,
            y: self.door.y + self.door.h,
        }
    }
}

impl QueuePlan {
    /// How wide a name can be where every other stands lower; shorter ones have room in any case.
    #[must_use]
    pub const fn room_for_name(&self) -> f64 {
        (2.0 * self.pitch - 12.0).min(110.0)
    }
}

impl BayPlan {
    /// How many seats there are.
    #[must_use]
    pub const fn seats(&self) -> usize {
        self.columns * self.rows
    }

    /// A seat, filled column by column: the feet of who sits there.
    #[must_use]
    pub fn seat(&self, index: usize) -> Point {
        let (column, row) = (index / self.rows, index % self.rows);
        let height = (self.area.h - SIGN) / self.rows as f64;
        Point {
            x: self.area.x + 6.0 + self.seat_width() * column as f64 + 16.0,
            y: self.area.y + SIGN + height * (row as f64 + 0.5) + 13.0,
        }
    }

    /// The width of a seat, with what is written beside it.
    #[must_use]
    pub fn seat_width(&self) -> f64 {
        (self.area.w - 10.0) / self.columns as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(outer: Area, point: Point) -> bool {
        (outer.x..=outer.x + outer.w).contains(&point.x) && (outer.y..=outer.y + outer.h).contains(&point.y)
    }

    #[test]
    fn everything_has_its_place_within_the_picture() {
        for shape in Shape::ALL {
            let plan = Plan::of(shape);
            let picture = area(0.0, 0.0, plan.width, plan.height);
            assert!((0..=LINES).all(|line| holds(plan.board, plan.jack(line))));
            assert!((0..plan.queue.spots).all(|place| holds(picture, plan.in_queue(place))));
            for bay in &plan.bays {
                assert!((0..bay.seats()).all(|seat| holds(bay.area, bay.seat(seat))));
            }
            assert!(holds(picture, plan.threshold()));
        }
    }

    #[test]
    fn a_stage_gets_the_shape_that_shows_most() {
        let shapes = [
            (890.0, 380.0),
            (1215.0, 560.0),
            (800.0, 520.0),
            (640.0, 480.0),
            (366.0, 460.0),
            (366.0, 300.0),
            (452.0, 336.0),
            (600.0, 290.0),
            (616.0, 205.0),
            (320.0, 130.0),
        ];
        let expected = [
            Shape::Wide,
            Shape::Wide,
            Shape::Square,
            Shape::Square,
            Shape::Tall,
            Shape::Tall,
            Shape::Square,
            Shape::Low,
            Shape::Low,
            Shape::Low,
        ];
        assert_eq!(
            shapes.map(|(width, height)| Shape::for_stage(width, height)),
            expected
        );
    }

    #[test]
    fn those_beyond_the_queues_room_are_counted_behind_its_last_spot() {
        for shape in Shape::ALL {
            let plan = Plan::of(shape);
            assert!(plan.queue.more.x >= plan.in_queue(plan.queue.spots - 1).x + plan.queue.pitch / 2.0);
        }
    }
}
