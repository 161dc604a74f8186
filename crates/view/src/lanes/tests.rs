//! Lanes of small traces, segment by segment.

use super::*;
use switchboard_trace::{Board, NameId, Reason, SiteId, TaskState, TextId, Time, WaitOn};

/// A run of `tasks` tasks of the program that each sleep `naps` times, in turns of one task each.
fn sleepers(tasks: u32, naps: u32) -> Trace {
    let mut trace = Trace::new();
    let site = trace.tables_mut().site(switchboard_trace::Site {
        line: switchboard_trace::U24::new(3),
        ..Default::default()
    });
    let task = TaskId::from_index;
    let mut now = 0;
    let mut push = |nanos: u64, event: Event| {
        now += nanos;
        trace.push(Time::from_nanos(now), event);
    };
    for index in 0..tasks {
        push(0, made(index, site));
        push(
            0,
            Event::TaskReadied {
                task: task(index),
                why: Reason::FirstStep,
            },
        );
    }
    for turn in 0..=naps {
        push(10, Event::TurnBegan { turn });
        push(
            0,
            Event::PhaseBegan {
                phase: Phase::RunReady,
                handles: tasks,
                until: Time::ZERO,
            },
        );
        for index in 0..tasks {
            let who = Subject::Task(task(index));
            push(0, Event::StepBegan { who });
            if turn == naps {
                push(100, done(index));
                push(
                    0,
                    Event::StepEnded {
                        who,
                        how: StepEnd::Done,
                    },
                );
                continue;
            }
            push(
                100,
                Event::TaskWaits {
                    task: task(index),
                    on: WaitOn::Unnamed,
                },
            );
            push(
                0,
                Event::StepEnded {
                    who,
                    how: StepEnd::Waits,
                },
            );
        }
        push(0, Event::TurnEnded { turn });
        for index in 0..if turn == naps { 0 } else { tasks } {
            push(
                1_000,
                Event::TaskReadied {
                    task: task(index),
                    why: Reason::Waker,
                },
            );
        }
    }
    trace
}

fn made(index: u32, site: SiteId) -> Event {
    Event::TaskMade {
        task: TaskId::from_index(index),
        parent: None,
        name: NameId::default(),
        site,
    }
}

fn done(index: u32) -> Event {
    Event::TaskDone {
        task: TaskId::from_index(index),
        how: Outcome::Returned,
        exception: NameId::default(),
        text: TextId::default(),
    }
}

fn lanes_of(trace: &Trace) -> Lanes {
    let mut lanes = Lanes::default();
    lanes.read(trace);
    lanes
}

fn is_same(state: Option<State>, board: Option<TaskState>) -> bool {
    match (state, board) {
        (None, None)
        | (Some(State::Running | State::Blocking), Some(TaskState::Running))
        | (Some(State::Ready), Some(TaskState::Ready)) => true,
        (Some(State::Waiting(wait)), Some(TaskState::Waiting(on))) => wait == Wait::of(on),
        (Some(State::Done(how)), Some(TaskState::Done { how: board, .. })) => how == board,
        _ => false,
    }
}

#[test]
fn a_lane_shows_at_every_step_what_the_board_shows() {
    let trace = sleepers(3, 4);
    let lanes = lanes_of(&trace);
    let mut board = Board::new();
    for step in 0..=trace.len() {
        board.advance(&trace, step);
        for index in 0..3 {
            let task = TaskId::from_index(index);
            let state = lanes.of_task(task).and_then(|lane| lane.state_at(step));
            assert!(
                is_same(state, board.task(task).map(|view| view.state)),
                "step {step}"
            );
        }
    }
}

#[test]
fn reading_bit_by_bit_gives_the_same_lanes_as_reading_at_once() {
    let whole = sleepers(3, 90);
    let mut growing = Trace::new();
    *growing.tables_mut() = whole.tables().clone();
    let mut lanes = Lanes::default();
    for record in whole.iter() {
        growing.push(record.time, record.event);
        lanes.read(&growing);
    }
    let at_once = lanes_of(&whole);
    let task = TaskId::from_index(1);
    let segments = |lanes: &Lanes| lanes.of_task(task).map(|lane| lane.segments().to_vec());
    assert_eq!(segments(&lanes), segments(&at_once));
    assert_eq!(lanes.end(), at_once.end());
    assert_eq!(lanes.rows(), at_once.rows());
}

#[test]
fn totals_add_up_to_the_time_since_the_task_was_made() {
    let trace = sleepers(3, 200);
    let lanes = lanes_of(&trace);
    let lane = lanes.of_task(TaskId::from_index(2)).cloned().unwrap_or_default();
    for step in (0..trace.len()).step_by(37) {
        let now = time_at(step, &trace);
        let totals = lane.totals(step, now);
        let is_alive = !matches!(lane.state_at(step), None | Some(State::Done(_)));
        let sum = totals.running + totals.ready + totals.waiting + totals.blocking;
        assert!(!is_alive || sum == now, "step {step}: {totals:?} at {now}");
    }
    let totals = lane.totals(trace.len(), lanes.now);
    assert_eq!((totals.running, totals.steps), (201 * 100, 201));
}

#[test]
fn the_axis_never_runs_back_and_steps_have_a_width_of_their_own() {
    let trace = sleepers(4, 5);
    let lanes = lanes_of(&trace);
    let scale = Scale::fit(lanes.end(), 800.0, Widening::Widened);
    let xs: Vec<f64> = (0..=trace.len())
        .map(|step| scale.x(lanes.axis().place_of(step, &trace)))
        .collect();
    assert!(xs.is_sorted());
    assert!((xs.last().copied().unwrap_or_default() - 800.0).abs() < 1e-6);
    let lane = lanes.of_task(TaskId::from_index(0)).cloned().unwrap_or_default();
    let x = |segment: &Segment| scale.x(lanes.axis().place(segment.step, segment.time));
    let widths = lane.segments().windows(2).filter_map(|pair| match pair {
        [from, to] if from.state == State::Running => Some(x(to) - x(from)),
        _ => None,
    });
    assert!(widths.into_iter().all(|width| width > 5.0));
}

#[test]
fn a_pixel_leads_to_a_step_and_back() {
    let trace = sleepers(4, 5);
    let lanes = lanes_of(&trace);
    let axis = lanes.axis();
    for widening in [Widening::Widened, Widening::True] {
        let scale = Scale::fit(lanes.end(), 800.0, widening).zoomed(3.0, lanes.end(), widening);
        for step in 0..=trace.len() {
            let x = scale.x(axis.place_of(step, &trace));
            let found = axis.step_at(x + 1e-9, scale, &trace);
            let same = scale.x(axis.place_of(found, &trace));
            assert!(
                found >= step && (same - x).abs() < 1e-6,
                "step {step}, found {found}"
            );
            assert!((scale.x(axis.place_under(x, scale, &trace)) - x).abs() < 1e-6);
        }
    }
}

#[test]
fn zooming_keeps_the_place_under_the_pointer_and_ends_where_everything_is_seen() {
    let trace = sleepers(2, 50);
    let lanes = lanes_of(&trace);
    let mut view = View::default();
    let place_under = |view: &View| {
        let window = view.window(&lanes, 500.0);
        lanes
            .axis()
            .place_under(window.left + 250.0, window.scale, &trace)
    };
    let place = place_under(&view);
    for factor in [8.0, 1.5, 0.5] {
        view.zoom(factor, place, 250.0, &lanes, 500.0);
        let under = place_under(&view);
        assert!((under.nanos - place.nanos).abs() < 1e-3, "{under:?}, {place:?}");
    }
    view.widen(Widening::True, place, 250.0, &lanes, 500.0);
    assert!((place_under(&view).nanos - place.nanos).abs() < 1e-3);
    view.zoom(0.01, place, 250.0, &lanes, 500.0);
    assert!(view.is_fit());
}

#[test]
fn a_mark_is_hit_before_the_segment_in_which_it_stands() {
    let trace = sleepers(1, 2);
    let lanes = lanes_of(&trace);
    let lane = lanes.of_task(TaskId::from_index(0)).cloned().unwrap_or_default();
    let window = View::default().window(&lanes, 500.0);
    let hit = |x: f64| window.hit(lanes.axis(), &lane, x, &trace);
    let done = lane.signals().first().copied();
    let x = done.map(|mark| window.x(lanes.axis().place_of(mark.step as usize, &trace)));
    assert_eq!(hit(x.unwrap_or_default() - 2.0), done.map(Hit::Signal));
    assert_eq!(
        hit(200.0),
        lane.segments()
            .iter()
            .position(|segment| matches!(segment.state, State::Waiting(_)))
            .map(Hit::Segment)
    );
    assert_eq!(hit(499.0), None);
}

#[test]
fn runs_cover_the_lane_without_gaps_and_are_few_however_many_segments_there_are() {
    let trace = sleepers(2, 5_000);
    let lanes = lanes_of(&trace);
    let lane = lanes.of_task(TaskId::from_index(1)).cloned().unwrap_or_default();
    let mut runs = Vec::new();
    for zoom in [1.0, 20.0, 400.0] {
        let scale =
            Scale::fit(lanes.end(), 600.0, Widening::Widened).zoomed(zoom, lanes.end(), Widening::Widened);
        let left = (scale.x(lanes.end()) - 600.0) / 3.0;
        let window = Window::new(lanes.axis(), scale, left, 600.0, lanes.end());
        window.runs(lanes.axis(), &lane, &mut runs);
        assert!(runs.len() < 700, "{} runs", runs.len());
        assert!(runs.first().is_some_and(|run| run.from <= 1.0));
        assert!(runs.last().is_some_and(|run| run.to > 599.9));
        for pair in runs.windows(2) {
            let [one, two] = pair else { continue };
            assert!((one.to - two.from).abs() < 1e-6);
            assert_eq!(one.first + one.count, two.first);
        }
    }
}

#[test]
fn marks_keep_their_distance() {
    let trace = sleepers(1, 3_000);
    let lanes = lanes_of(&trace);
    let scale = Scale::fit(lanes.end(), 600.0, Widening::Widened);
    let window = Window::new(lanes.axis(), scale, 0.0, 600.0, lanes.end());
    let x_of = |step: u32| window.x(lanes.axis().place_of(step as usize, &trace));
    let mut marks = Vec::new();
    window.marks(lanes.turns(), 6.0, x_of, &mut marks);
    assert!(marks.len() <= 101 && marks.len() > 70, "{}", marks.len());
    assert!(
        marks
            .windows(2)
            .all(|pair| matches!(pair, [one, two] if two.0 - one.0 >= 6.0))
    );
}

#[test]
fn ticks_stand_at_round_times() {
    let (ticks, step) = ticks(0, 1_500_000_000, 800.0, 80.0, |nanos| {
        nanos as f64 * 800.0 / 1.5e9
    });
    assert_eq!(step, 200_000_000);
    assert_eq!(ticks.len(), 8);
    assert_eq!(TimeUnit::of(1_500_000_000).decimals(step), 1);
    assert_eq!(TimeUnit::Seconds.decimals(5_000), 6);
}

#[test]
fn while_no_time_has_passed_the_axis_has_round_times_apart() {
    let scale = Scale::fit(Place::default(), 800.0, Widening::Widened);
    let (ticks, step) = ticks(0, (800.0 / scale.per_nano) as u64, 800.0, 84.0, |nanos| {
        nanos as f64 * scale.per_nano
    });
    assert!(ticks.len() > 3);
    assert_eq!(TimeUnit::Micros.decimals(step), 0);
}

#[test]
fn tasks_that_serve_the_library_alone_have_no_row() {
    let mut trace = sleepers(1, 1);
    trace.push(Time::from_nanos(9_000), made(1, SiteId::default()));
    let lanes = lanes_of(&trace);
    assert_eq!(lanes.rows(), [TaskId::from_index(0)]);
    assert!(lanes.of_task(TaskId::from_index(1)).is_some());
}

#[test]
fn what_goes_on_while_nothing_is_told_lasts_until_now() {
    let mut trace = sleepers(1, 1);
    let who = Subject::Task(TaskId::from_index(0));
    trace.push(Time::from_nanos(5_000), Event::StepBegan { who });
    let mut lanes = lanes_of(&trace);
    lanes.pass(90_000);
    assert!((lanes.end().nanos - 90_000.0).abs() < 1e-9);
    trace.push(
        Time::from_nanos(95_000),
        Event::StepEnded {
            who,
            how: StepEnd::Waits,
        },
    );
    lanes.read(&trace);
    assert!((lanes.end().nanos - 95_000.0).abs() < 1e-9);
}

#[test]
fn what_is_seen_begins_with_the_first_task_however_long_the_program_took_to_get_there() {
    const LOADING: u64 = 100_000;
    let mut late = Trace::new();
    *late.tables_mut() = sleepers(2, 3).tables().clone();
    for record in sleepers(2, 3).iter_from(0) {
        late.push(Time::from_nanos(record.time.as_nanos() + LOADING), record.event);
    }
    let lanes = lanes_of(&late);
    let window = View::default().window(&lanes, 500.0);
    assert!(window.x(lanes.start()).abs() < 1e-6);
    assert!((window.x(lanes.extent()) - 488.0).abs() < 1e-6);
}

#[test]
fn the_states_that_tasks_were_in_are_known_without_looking_at_each_segment() {
    let lanes = lanes_of(&sleepers(2, 3));
    assert_eq!(
        lanes.met(),
        [State::Ready, State::Running, State::Waiting(Wait::Other)]
    );
}

#[test]
fn the_beginning_of_time_has_its_tick_where_it_lies_less_than_a_pixel_before_the_edge() {
    let x_of = |start: u64| move |nanos: u64| (nanos as f64 - start as f64) * 800.0 / 1.5e9;
    let (near, _) = ticks(100_000, 1_500_000_000, 800.0, 80.0, x_of(100_000));
    let (far, _) = ticks(100_000_000, 1_500_000_000, 800.0, 80.0, x_of(100_000_000));
    assert_eq!(near.first(), Some(&Tick { nanos: 0, x: 0.0 }));
    assert!(far.iter().all(|tick| tick.nanos >= 100_000_000));
}
