//! The operator at the desk: the event loop.

use switchboard_view::scene::{Mood, Plan};
use yew::prelude::*;

/// The operator, in front of the switchboard and behind the desk.
pub fn operator(plan: &Plan, mood: Mood) -> Html {
    let scale = plan.desk.w / 224.0;
    let x = plan.desk.x + plan.desk.w / 2.0;
    let y = plan.desk.y + 2.0;
    let ((left, left_hand), (right, right_hand)) = arms(mood);
    html! {
        <g class="operator" data-mood={ word(mood) } transform={ format!("translate({x} {y}) scale({scale:.3})") }>
            <path class="jacket" d="M-47 0C-48 -30 -46 -46 -31 -53C-21 -57.500 -12 -58 -9 -66H9C12 -58 21 -57.500 31 -53C46 -46 48 -30 47 0Z" />
            <path class="shirt" d="M-10.500 -61L0 -40L10.500 -61L0 -54Z" />
            <path class="lapel" d="M-11 -60.500L-4 -32L0 -40M11 -60.500L4 -32L0 -40" />
            <g class="head">
                <path class="hair back" d="M-20.500 -74C-26 -104 -16 -119 0 -119C16 -119 26 -104 20.500 -74C12 -70 -12 -70 -20.500 -74Z" />
                <path class="neck" d="M-7 -80V-64C-7 -57 7 -57 7 -64V-80Z" />
                <path class="face" d="M-15.500 -97C-16 -78 -8 -71.500 0 -71.500C8 -71.500 16 -78 15.500 -97C15 -109 -15 -109 -15.500 -97Z" />
                <path class="hair" d="M-17 -90C-21 -113 -9 -118 1 -118C13 -118 20 -109 17 -90C16 -99 11 -103.500 4 -104.500C-1 -101 -13 -99.500 -17 -90Z" />
                <path class="band" d="M-19 -93C-23 -126 23 -126 19 -93" />
                <rect class="cup" x="-23.500" y="-98" width="8" height="16" rx="4" />
                <rect class="cup" x="15.500" y="-98" width="8" height="16" rx="4" />
                <path class="boom" d="M20 -83C20 -72 14 -71.500 7.500 -74.500" />
                <ellipse class="microphone" cx="6" cy="-75.300" rx="3.600" ry="2.500" />
                <circle class="headset-light" cx="19.500" cy="-90" r="2.600" />
            </g>
            <path class="arm" d={ left } />
            <circle class="hand" cx={ left_hand.0 } cy={ left_hand.1 } r="6.500" />
            <path class="arm" d={ right } />
            <circle class="hand" cx={ right_hand.0 } cy={ right_hand.1 } r="6.500" />
        </g>
    }
}

/// The arms, and where the hands are.
type Arm = (&'static str, (&'static str, &'static str));

const LEFT_ON_DESK: Arm = ("M-37 -41C-46 -28 -44 -14 -26 -9", ("-24", "-8"));
const RIGHT_ON_DESK: Arm = ("M37 -41C46 -28 44 -14 26 -9", ("24", "-8"));
const LEFT_ON_CLOCK: Arm = ("M-36 -42C-50 -36 -54 -22 -66 -17", ("-69", "-16"));
const RIGHT_WITH_CORD: Arm = ("M37 -41C50 -30 54 -20 66 -20", ("69", "-20"));
const RIGHT_AT_EAR: Arm = ("M37 -42C56 -48 52 -72 30 -86", ("26", "-88"));

const fn arms(mood: Mood) -> (Arm, Arm) {
    match mood {
        Mood::Talking(_) => (LEFT_ON_DESK, RIGHT_WITH_CORD),
        Mood::Blocked(_) => (LEFT_ON_DESK, RIGHT_AT_EAR),
        Mood::Asleep(_) => (LEFT_ON_CLOCK, RIGHT_ON_DESK),
        Mood::Busy | Mood::Noting(_) | Mood::Over(_) => (LEFT_ON_DESK, RIGHT_ON_DESK),
    }
}

/// The mood as style sheets know it.
pub const fn word(mood: Mood) -> &'static str {
    match mood {
        Mood::Busy => "busy",
        Mood::Talking(_) => "talking",
        Mood::Noting(_) => "noting",
        Mood::Blocked(_) => "blocked",
        Mood::Asleep(_) => "asleep",
        Mood::Over(switchboard_trace::RunEnd::Deadlock) => "deadlock",
        Mood::Over(_) => "over",
    }
}
