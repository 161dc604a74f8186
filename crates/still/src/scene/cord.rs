//! The cord of who is on the line.

use switchboard_view::Look;
use switchboard_view::scene::{Area, Point, Pose, Scene};

use crate::node::{Node, group, point, rect};

/// The cord of who is on the line hangs from its jack behind the operator, goes through the operator's hand and rises
/// to the client's handset.
pub struct Cord {
    slot: u8,
    key: u32,
    jack: Point,
    behind: String,
    before: String,
}

impl Cord {
    /// The cord, if somebody is on the line.
    #[must_use]
    pub fn of(scene: &Scene) -> Option<Self> {
        let client = scene
            .clients
            .iter()
            .find(|client| client.pose == Pose::OnTheLine)?;
        let (jack, desk, scale) = (scene.jack(client.task), scene.plan.desk, client.scale);
        let hand_scale = desk.w / 224.0;
        let hand = point(
            desk.x + desk.w / 2.0 + 69.0 * hand_scale,
            desk.y + 2.0 - 20.0 * hand_scale,
        );
        let ear = point(client.at.x + 8.0 * scale, client.at.y - 39.0 * scale);
        let behind = format!(
            "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            jack.x,
            jack.y,
            jack.x,
            jack.y + 80.0 * hand_scale,
            hand.x - 50.0,
            hand.y - 20.0,
            hand.x,
            hand.y
        );
        let before = format!(
            "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}S{:.1} {:.1} {:.1} {:.1}",
            hand.x,
            hand.y,
            hand.x + 14.0,
            hand.y + 6.0,
            desk.x + desk.w,
            desk.y - 6.0,
            desk.x + desk.w + 14.0,
            desk.y + 18.0,
            ear.x - 34.0 * scale,
            ear.y + 60.0 * scale,
            ear.x,
            ear.y
        );
        Some(Self {
            slot: Look::of(client.task).slot,
            key: client.task.number(),
            jack,
            behind,
            before,
        })
    }

    /// What of it is behind the operator.
    #[must_use]
    pub fn behind(cord: Option<&Self>) -> Node {
        let strand = |cord: &Self| {
            let plug = Area {
                x: cord.jack.x - 3.5,
                y: cord.jack.y - 4.0,
                w: 7.0,
                h: 13.0,
            };
            cord.group(&cord.behind).with([rect("plug", plug, 2.5)])
        };
        group("cords", cord.map(strand))
    }

    /// What of it is before the operator.
    #[must_use]
    pub fn before(cord: Option<&Self>) -> Node {
        group("cords", cord.map(|cord| cord.group(&cord.before)))
    }

    /// A piece of cord, with a rim that sets it off from what is behind it.
    fn group(&self, d: &str) -> Node {
        let strand = |class: &'static str| {
            let values = vec![Some(class.into()), Some(d.to_owned().into()), Some("1".into())];
            Node::new("path", &["class", "d", "pathLength"], values)
        };
        let values = vec![Some("cord".into()), Some(self.slot.to_string().into())];
        Node::new("g", &["class", "data-slot"], values)
            .keyed(self.key.into())
            .with([strand("under"), strand("over")])
    }
}
