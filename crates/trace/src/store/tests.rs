//! That records are read again as they were pushed.

use super::*;
use crate::id::U24;

#[test]
fn what_was_pushed_is_read_again_across_chunks() {
    let mut store = Store::default();
    let events = |index: u32| {
        let (task, handle) = (TaskId::from_index(index), HandleId::from_index(index));
        [
            Event::StepBegan {
                who: Subject::Task(task),
            },
            Event::StepBegan {
                who: Subject::Callback(handle),
            },
            Event::StepEnded {
                who: Subject::Task(task),
                how: StepEnd::Waits,
            },
            Event::StepEnded {
                who: Subject::Callback(handle),
                how: StepEnd::Done,
            },
            Event::TaskReadied {
                task,
                why: Reason::FirstStep,
            },
            Event::TaskReadied {
                task,
                why: Reason::Yield,
            },
            Event::TaskReadied {
                task,
                why: Reason::Waker,
            },
            Event::TaskReadied {
                task,
                why: Reason::Timer(handle),
            },
            Event::TimerFired { handle },
            Event::TimerFired {
                handle: HandleId::from_index(u32::MAX - 1 - index),
            },
            Event::StepEnded {
                who: Subject::Task(task),
                how: StepEnd::Done,
            },
            Event::StepEnded {
                who: Subject::Task(task),
                how: StepEnd::Yielded,
            },
            Event::HandleCancelled { handle },
            Event::AwaitEntered {
                task,
                depth: 9,
                site: SiteId(index / 300),
                coroutine: NameId(U24::new(index / 40)),
            },
            Event::AwaitEntered {
                task: TaskId::from_index(u32::MAX - 1 - index),
                depth: 0,
                site: SiteId(7),
                coroutine: NameId::default(),
            },
            Event::LinesSkipped {
                count: 1 << (index % 30),
                from: u64::from(index % 50) << (index % 37),
            },
            Event::AwaitLeft { task, depth: 0 },
            Event::AwaitLeft { task, depth: 9 },
            Event::AwaitLeft {
                task: TaskId::from_index(u32::MAX - 1 - index),
                depth: 7,
            },
        ]
    };
    let expected: Vec<Record> = (0..2_000_u32)
        .flat_map(|index| {
            events(index).map(|event| Record {
                // Now and then time jumps further than 32 bits count.
                time: Time::from_nanos(u64::from(index / 3) + (u64::from(index / 70) << 33)),
                event,
            })
        })
        .collect();
    for record in &expected {
        store.push(record.time, record.event);
    }
    assert_eq!(store.len(), expected.len());
    assert!(store.iter_from(0).eq(expected.iter().copied()));
    assert!(store.iter_from(9_001).eq(expected.iter().skip(9_001).copied()));
    assert!((0..expected.len()).all(|index| store.get(index) == expected.get(index).copied()));
    assert_eq!(store.get(expected.len()), None);
}
