//! The transport: run, step, seek, and how fast.

use switchboard_view::{Direction, Unit};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::seek_bar::SeekBar;
use super::{Glyph, Icon};
use crate::i18n::{Lang, Msg, QuizMsg};
use crate::session::{Action, Asking, Dispatch, Now, Open, Rate, Settings, Shown, Status};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub settings: Settings,
    pub open: Open,
    pub dispatch: Dispatch,
    /// Stands at the bar's end.
    #[prop_or_default]
    pub children: Html,
}

/// The name of the button that runs the program.
pub const RUN_BUTTON: &str = "run";

/// The bar at the page's foot.
#[component]
pub fn Transport(props: &Props) -> Html {
    let Props {
        shown,
        settings,
        open,
        dispatch,
        children,
    } = props;
    let lang = settings.lang;
    let (glyph, name) = match shown.status {
        Status::Playing => (Glyph::Pause, Msg::Pause),
        Status::Fresh | Status::Paused | Status::Finished => (Glyph::Play, Msg::Run),
    };
    let button = |id: Option<&'static str>, class: &'static str, glyph: Glyph, msg: Msg, action: Action| {
        let onclick = dispatch.reform(move |_| action.clone());
        html! {
            <button { id } { class } { onclick } title={ msg.text(lang) } aria-label={ msg.text(lang) }>
                <Icon { glyph } />
            </button>
        }
    };
    let feels = open.feels_blocking;
    let on_feel = dispatch.reform(move |_| Action::FeelBlocking(!feels));
    let asks = open.asking == Asking::Always;
    let on_predict = dispatch.reform(move |_| {
        Action::SetAsking(match asks {
            true => Asking::AuthorsOnly,
            false => Asking::Always,
        })
    });
    html! {
        <footer class="transport">
            { button(None, "round", Glyph::Restart, Msg::Restart, Action::Restart) }
            { button(None, "round", Glyph::Back, Msg::StepBack, Action::Step(Direction::Back)) }
            { button(Some(RUN_BUTTON), "round main", glyph, name, Action::Toggle) }
            { button(None, "round", Glyph::Forward, Msg::StepForward, Action::Step(Direction::Forward)) }
            { unit_choice(lang, settings.unit, dispatch) }
            <SeekBar shown={ shown.clone() } dispatch={ dispatch.clone() } />
            <output class="position" aria-live="off">
                <Clock />
                <span class="step-count">
                    { format!("{} {} {} {}", Msg::Step.text(lang), shown.board.step, Msg::Of.text(lang), shown.len) }
                </span>
            </output>
            <button class="quiet feel" aria-pressed={ feels.to_string() } onclick={ on_feel } title={ Msg::FeelItHint.text(lang) }>
                <Icon glyph={ Glyph::Hand } />
                <span>{ Msg::FeelIt.text(lang) }</span>
            </button>
            <button class="quiet feel predict" aria-pressed={ asks.to_string() } onclick={ on_predict } title={ QuizMsg::PredictHint.text(lang) }>
                <Icon glyph={ Glyph::Question } />
                <span>{ QuizMsg::Predict.text(lang) }</span>
            </button>
            { rate_choice(lang, settings.rate, dispatch) }
            { children.clone() }
        </footer>
    }
}

/// The virtual time at the playhead.
#[component]
fn Clock() -> Html {
    let now = use_context::<Now>().map_or(0.0, |Now(time)| time.as_secs());
    html! { <span class="time">{ format!("{now:.3} s") }</span> }
}

fn unit_choice(lang: Lang, chosen: Unit, dispatch: &Dispatch) -> Html {
    let onchange = dispatch.reform(move |event: Event| {
        let index = event
            .target_unchecked_into::<HtmlSelectElement>()
            .selected_index();
        let unit = usize::try_from(index).ok().and_then(|index| Unit::ALL.get(index));
        Action::SetUnit(unit.copied().unwrap_or(chosen))
    });
    let option = |unit: Unit| {
        html! {
            <option key={ unit_name(unit).text(Lang::En) } selected={ unit == chosen }>{ unit_name(unit).text(lang) }</option>
        }
    };
    html! {
        <label class="choice">
            <span>{ Msg::StepBy.text(lang) }</span>
            <select { onchange }>{ for Unit::ALL.into_iter().map(option) }</select>
        </label>
    }
}

const fn unit_name(unit: Unit) -> Msg {
    match unit {
        Unit::Event => Msg::UnitEvent,
        Unit::Line => Msg::UnitLine,
        Unit::Await => Msg::UnitAwait,
        Unit::Turn => Msg::UnitTurn,
        Unit::Switch => Msg::UnitSwitch,
        Unit::Output => Msg::UnitOutput,
    }
}

fn rate_choice(lang: Lang, chosen: Rate, dispatch: &Dispatch) -> Html {
    let onchange = dispatch.reform(move |event: Event| {
        let index = event
            .target_unchecked_into::<HtmlSelectElement>()
            .selected_index();
        let rate = usize::try_from(index)
            .ok()
            .and_then(|index| Rate::OFFERED.get(index));
        Action::SetRate(rate.copied().unwrap_or(chosen))
    });
    let option = |rate: Rate| {
        let name = rate_name(lang, rate);
        html! { <option key={ name.clone() } selected={ rate == chosen }>{ name }</option> }
    };
    html! {
        <label class="choice speed">
            <span class="unseen">{ Msg::Speed.text(lang) }</span>
            <select { onchange }>{ for Rate::OFFERED.into_iter().map(option) }</select>
        </label>
    }
}

fn rate_name(lang: Lang, rate: Rate) -> String {
    match rate {
        Rate::Live(thousandths) => format!("{}×", f64::from(thousandths) / 1_000.0),
        Rate::Instant => Msg::Instant.text(lang).to_owned(),
    }
}
