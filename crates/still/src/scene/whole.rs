//! The call center as a picture of its own.

use switchboard_i18n::Msg;
use switchboard_view::Look;
use switchboard_view::scene::{Client, Mood, Pose, Scene, Shape};

use super::{
    Cord, NameRow, balloon, card_on_the_line, clock, definitions, desk, detail, door, egg_timer, figure,
    floor, gone, lounge, mood_word, notice, operator, queue, result, result_at, slip, state, switchboard,
    written,
};
use crate::node::{Node, group, number, translation, walking};
use crate::{Still, Theme, svg};

/// Room around the floor, so that nothing touches the picture's edge.
const MARGIN: f64 = 8.0;

/// The picture as an SVG document.
#[must_use]
pub fn svg(still: &Still<'_>, theme: Theme) -> String {
    let scene = Scene::of(still.board, still.trace, still.labels, Shape::Wide);
    let plan = scene.plan;
    let (width, height) = (plan.width, plan.height + 2.0 * MARGIN);
    svg::document(
        &picture(&scene, still),
        width,
        height,
        Msg::CallCenter.text(still.lang),
        theme,
    )
}

fn picture(scene: &Scene, still: &Still<'_>) -> Node {
    let (plan, lang, now) = (scene.plan, still.lang, still.board.time);
    let cord = Cord::of(scene);
    let card = match scene.mood {
        Mood::Noting(_) => Some(card_on_the_line(plan.line)),
        _ => None,
    };
    let values = vec![
        Some("scene-picture".into()),
        Some("wide".into()),
        Some(mood_word(scene.mood).into()),
        Some(format!("translate(0 {})", number(MARGIN)).into()),
    ];
    let keys = &["class", "data-shape", "data-mood", "transform"];
    Node::new("svg", keys, values)
        .with([
            definitions(),
            floor(plan),
            lounge(scene, lang),
            door(plan),
            gone(scene, lang),
            group("results", results(scene, still)),
            switchboard(scene, still, None),
            Cord::behind(cord.as_ref()),
            operator(plan, scene.mood),
            desk(scene, still),
            clock(plan.clock, now),
            queue(scene, lang),
            Cord::before(cord.as_ref()),
            group("slips", scene.slips.iter().map(|one| slip(one, scene, still))),
            group("notices", notices(scene, still)),
            group(
                "clients",
                scene.clients.iter().map(|one| client(one, scene, still)),
            ),
        ])
        .with(card)
        .with([balloon(scene, still)])
}

fn results<'a>(scene: &'a Scene, still: &'a Still<'_>) -> impl Iterator<Item = Node> + 'a {
    scene.gone.last.iter().enumerate().map(move |(index, one)| {
        let (paper, written) = result(one, scene, still);
        let values = vec![
            Some("result".into()),
            Some(Look::of(one.task).slot.to_string().into()),
            Some(translation(result_at(index, scene)).into()),
        ];
        Node::new("g", &["class", "data-slot", "style"], values)
            .with([paper])
            .with(written)
    })
}

fn notices<'a>(scene: &'a Scene, still: &'a Still<'_>) -> impl Iterator<Item = Node> + 'a {
    scene.lounge.notices.iter().map(move |one| {
        let [card, name] = notice(one, still);
        let timer = egg_timer(one.set, one.due, still.board.time);
        let beside = group("written beside", [name, timer]);
        walking("slip notice", translation(one.at), [card, beside])
    })
}

fn client(client: &Client, scene: &Scene, still: &Still<'_>) -> Node {
    let (row, detail, timer) = match &client.pose {
        Pose::InQueue { place, .. } => (NameRow::of(*place, &scene.queue), String::new(), None),
        Pose::OnHold(hold) => (NameRow::Upper, detail(hold, still.lang), hold.timer),
        _ => (NameRow::Upper, String::new(), None),
    };
    let timer = timer.map(|(set, due)| group("beside", [egg_timer(set, due, still.board.time)]));
    let values = vec![
        Some("client".into()),
        Some(state(&client.pose).into()),
        Some(Look::of(client.task).slot.to_string().into()),
        Some(translation(client.at).into()),
    ];
    let scale = format!("transform:scale({})", client.scale);
    Node::new("g", &["class", "data-state", "data-slot", "style"], values)
        .with(timer)
        .with([
            walking("figure", scale, figure(client)),
            written(client, row, &detail, still.lang),
        ])
}
