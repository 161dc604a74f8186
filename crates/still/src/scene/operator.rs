//! The operator at the desk: the event loop.

use switchboard_trace::RunEnd;
use switchboard_view::scene::{Mood, Plan};

use crate::node::{Fixed, Node, fixed, group, number};

/// The operator, in front of the switchboard and behind the desk.
#[must_use]
pub fn operator(plan: &Plan, mood: Mood) -> Node {
    let scale = plan.desk.w / 224.0;
    let (x, y) = (plan.desk.x + plan.desk.w / 2.0, plan.desk.y + 2.0);
    let transform = format!("translate({} {}) scale({scale:.3})", number(x), number(y));
    let values = vec![
        Some("operator".into()),
        Some(mood_word(mood).into()),
        Some(transform.into()),
    ];
    let (left, right) = arms(mood);
    Node::new("g", &["class", "data-mood", "transform"], values)
        .with(fixed(BODY))
        .with([group("head", fixed(HEAD))])
        .with(fixed(left))
        .with(fixed(right))
}

/// The mood as style sheets know it.
#[must_use]
pub const fn mood_word(mood: Mood) -> &'static str {
    match mood {
        Mood::Busy => "busy",
        Mood::Talking(_) => "talking",
        Mood::Noting(_) => "noting",
        Mood::Blocked(_) => "blocked",
        Mood::Asleep(_) => "asleep",
        Mood::Over(RunEnd::Deadlock) => "deadlock",
        Mood::Over(_) => "over",
    }
}

const PATH: &[&str] = &["class", "d"];
const CIRCLE: &[&str] = &["class", "cx", "cy", "r"];
const ELLIPSE: &[&str] = &["class", "cx", "cy", "rx", "ry"];
const RECT: &[&str] = &["class", "x", "y", "width", "height", "rx"];

const BODY: &[Fixed] = &[
    (
        "path",
        PATH,
        &[
            "jacket",
            "M-47 0C-48 -30 -46 -46 -31 -53C-21 -57.500 -12 -58 -9 -66H9C12 -58 21 -57.500 31 -53C46 -46 48 -30 47 0Z",
        ],
    ),
    ("path", PATH, &["shirt", "M-10.500 -61L0 -40L10.500 -61L0 -54Z"]),
    (
        "path",
        PATH,
        &["lapel", "M-11 -60.500L-4 -32L0 -40M11 -60.500L4 -32L0 -40"],
    ),
];

const HEAD: &[Fixed] = &[
    (
        "path",
        PATH,
        &[
            "hair back",
            "M-20.500 -74C-26 -104 -16 -119 0 -119C16 -119 26 -104 20.500 -74C12 -70 -12 -70 -20.500 -74Z",
        ],
    ),
    ("path", PATH, &["neck", "M-7 -80V-64C-7 -57 7 -57 7 -64V-80Z"]),
    (
        "path",
        PATH,
        &[
            "face",
            "M-15.500 -97C-16 -78 -8 -71.500 0 -71.500C8 -71.500 16 -78 15.500 -97C15 -109 -15 -109 -15.500 -97Z",
        ],
    ),
    (
        "path",
        PATH,
        &[
            "hair",
            "M-17 -90C-21 -113 -9 -118 1 -118C13 -118 20 -109 17 -90C16 -99 11 -103.500 4 -104.500C-1 -101 -13 -99.500 -17 -90Z",
        ],
    ),
    ("path", PATH, &["band", "M-19 -93C-23 -126 23 -126 19 -93"]),
    ("rect", RECT, &["cup", "-23.500", "-98", "8", "16", "4"]),
    ("rect", RECT, &["cup", "15.500", "-98", "8", "16", "4"]),
    ("path", PATH, &["boom", "M20 -83C20 -72 14 -71.500 7.500 -74.500"]),
    (
        "ellipse",
        ELLIPSE,
        &["microphone", "6", "-75.300", "3.600", "2.500"],
    ),
    ("circle", CIRCLE, &["headset-light", "19.500", "-90", "2.600"]),
];

/// An arm and its hand.
type Arm = &'static [Fixed];

const LEFT_ON_DESK: Arm = &[
    ("path", PATH, &["arm", "M-37 -41C-46 -28 -44 -14 -26 -9"]),
    ("circle", CIRCLE, &["hand", "-24", "-8", "6.500"]),
];
const RIGHT_ON_DESK: Arm = &[
    ("path", PATH, &["arm", "M37 -41C46 -28 44 -14 26 -9"]),
    ("circle", CIRCLE, &["hand", "24", "-8", "6.500"]),
];
const LEFT_ON_CLOCK: Arm = &[
    ("path", PATH, &["arm", "M-36 -42C-50 -36 -54 -22 -66 -17"]),
    ("circle", CIRCLE, &["hand", "-69", "-16", "6.500"]),
];
const RIGHT_WITH_CORD: Arm = &[
    ("path", PATH, &["arm", "M37 -41C50 -30 54 -20 66 -20"]),
    ("circle", CIRCLE, &["hand", "69", "-20", "6.500"]),
];
const RIGHT_AT_EAR: Arm = &[
    ("path", PATH, &["arm", "M37 -42C56 -48 52 -72 30 -86"]),
    ("circle", CIRCLE, &["hand", "26", "-88", "6.500"]),
];

const fn arms(mood: Mood) -> (Arm, Arm) {
    match mood {
        Mood::Talking(_) => (LEFT_ON_DESK, RIGHT_WITH_CORD),
        Mood::Blocked(_) => (LEFT_ON_DESK, RIGHT_AT_EAR),
        Mood::Asleep(_) => (LEFT_ON_CLOCK, RIGHT_ON_DESK),
        Mood::Busy | Mood::Noting(_) | Mood::Over(_) => (LEFT_ON_DESK, RIGHT_ON_DESK),
    }
}
