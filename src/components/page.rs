//! The page's grid: header, four areas of panels with lines between them that can be moved, transport.

use std::cell::RefCell;
use std::rc::Rc;

use switchboard_scenario::Scenario;
use yew::prelude::*;

use super::gallery::Gallery;
use super::header::Header;
use super::help::Help;
use super::narration::Narration;
use super::notice::Notices;
use super::panel::{Panel, Surroundings, title};
use super::passing_time::PassingTime;
use super::prompt::Prompt;
use super::share::Share;
use super::splitter::Splitter;
use super::transport::Transport;
use super::{Glyph, Icon};
use crate::host::link;
use crate::i18n::{Msg, ShareMsg};
use crate::panels::{Code, Console, Inspector, Log, Queues, Scene, Timeline};
use crate::session::{
    Action, Area, Device, Dispatch, Gallery as Entries, Layout, Open, PanelId, Place, Program, Settings,
    Shown, Split, gallery,
};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shown: Shown,
    pub draft: Rc<Program>,
    /// What a link to what one sees carries.
    pub place: Place,
    pub settings: Settings,
    pub layout: Layout,
    pub open: Open,
    /// Once it was fetched.
    pub gallery: Option<Entries>,
    pub dispatch: Dispatch,
}

/// Everything that there is to see.
#[component]
pub fn Page(props: &Props) -> Html {
    let Props {
        shown,
        settings,
        layout,
        open,
        dispatch,
        ..
    } = props;
    let lang = settings.lang;
    let backstage = use_mut_ref(Backstage::default);
    let backstage: &RefCell<Backstage> = &backstage;
    let around = Surroundings {
        layout: layout.clone(),
        lang,
        dispatch: dispatch.clone(),
    };
    if !layout.framed.is_empty() {
        return html! {
            <ContextProvider<Surroundings> context={ around }>{ framed(props, backstage) }</ContextProvider<Surroundings>>
        };
    }
    html! {
        <ContextProvider<Surroundings> context={ around }>
            <div class="page">
                <Header settings={ settings.clone() } layout={ layout.clone() } dispatch={ dispatch.clone() } />
                <Notices open={ *open } shown={ shown.clone() } dispatch={ dispatch.clone() } />
                { phone_tabs(props) }
                <main class="areas">
                    { row(props, backstage, Area::Program, Area::Stage, layout.rows) }
                    <Splitter split={ Split::Rows } share={ layout.rows } { lang } dispatch={ dispatch.clone() } />
                    { row(props, backstage, Area::Reports, Area::Time, 100.0 - layout.rows) }
                </main>
                if layout.device == Device::Phone {
                    { told("on-phone", props) }
                }
                <Transport
                    shown={ shown.clone() }
                    settings={ settings.clone() }
                    open={ *open }
                    dispatch={ dispatch.clone() }
                />
                if open.shows_share || open.shows_gallery || open.shows_help {
                    { dialogs(props) }
                }
            </div>
        </ContextProvider<Surroundings>>
    }
}

/// What a frame in another page shows: the panels that were asked for, and the transport.
fn framed(props: &Props, backstage: &RefCell<Backstage>) -> Html {
    let Props {
        shown,
        settings,
        layout,
        open,
        dispatch,
        ..
    } = props;
    let whole = ShareMsg::FullPage.text(settings.lang);
    let open_whole = {
        let (place, step) = (props.place.clone(), shown.board.step);
        Callback::from(move |_: MouseEvent| open_by_itself(&place, step))
    };
    let tells = layout.framed.contains(&PanelId::Scene);
    html! {
        <div class="page framed">
            <Notices open={ *open } shown={ shown.clone() } dispatch={ dispatch.clone() } />
            <main class="framed-panels">
                <h1 class="unseen">{ "Switchboard" }</h1>
                { for layout.framed.iter().map(|id| panel(props, backstage, *id)) }
            </main>
            if tells {
                { told("in-frame", props) }
            }
            <Transport
                shown={ shown.clone() }
                settings={ settings.clone() }
                open={ *open }
                dispatch={ dispatch.clone() }
            >
                <button class="quiet" onclick={ open_whole } title={ whole } aria-label={ whole }>
                    <Icon glyph={ Glyph::Whole } />
                </button>
            </Transport>
        </div>
    }
}

/// Opens the page by itself with what is seen here: the address may not have come to this step yet.
#[inline(never)]
fn open_by_itself(place: &Place, step: usize) {
    match &place.id {
        Some(id) if step == 0 => link::open_full_page(&gallery::fragment(id)),
        _ => {
            let scenario = Scenario {
                step: step as u64,
                ..place.scenario()
            };
            link::write(&scenario, |fragment| {
                link::open_full_page(&fragment.unwrap_or_default());
            });
        }
    }
}

/// Not inlined, so that the build can put it off.
#[inline(never)]
fn dialogs(props: &Props) -> Html {
    let (open, lang, dispatch) = (props.open, props.settings.lang, &props.dispatch);
    html! {
        <>
            if open.shows_share {
                <Share place={ props.place.clone() } shown={ props.shown.clone() } { lang } dispatch={ dispatch.clone() } />
            }
            if open.shows_gallery {
                <Gallery gallery={ props.gallery.clone() } { lang } dispatch={ dispatch.clone() } />
            }
            if open.shows_help {
                <Help { lang } dispatch={ dispatch.clone() } />
            }
        </>
    }
}

/// What has just happened or, in its place, what the playhead stops for.
fn told(class: &'static str, props: &Props) -> Html {
    let (shown, dispatch) = (&props.shown, &props.dispatch);
    html! {
        <section class={ classes!("told", class) } aria-label={ Msg::JustNow.text(shown.lang) }>
            <Narration shown={ shown.clone() } dispatch={ dispatch.clone() } />
            <Prompt shown={ shown.clone() } place={ props.place.clone() } dispatch={ dispatch.clone() } />
        </section>
    }
}

/// Two areas side by side; one alone takes all the room, none takes none.
fn row(props: &Props, backstage: &RefCell<Backstage>, left: Area, right: Area, share: f64) -> Html {
    let layout = &props.layout;
    let sides = [left, right].map(|area| layout.panels(area).next().is_some());
    if sides == [false, false] {
        return Html::default();
    }
    let columns = match sides {
        [true, true] => format!(
            "minmax(0,{:.1}fr) auto minmax(0,{:.1}fr)",
            layout.columns,
            100.0 - layout.columns
        ),
        _ => "minmax(0,1fr)".to_owned(),
    };
    html! {
        <div class="row" style={ format!("flex-grow:{share:.1};grid-template-columns:{columns}") }>
            { area(props, backstage, left) }
            if sides == [true, true] {
                <Splitter
                    split={ Split::Columns }
                    share={ layout.columns }
                    lang={ props.settings.lang }
                    dispatch={ props.dispatch.clone() }
                />
            }
            { area(props, backstage, right) }
        </div>
    }
}

fn area(props: &Props, backstage: &RefCell<Backstage>, area: Area) -> Html {
    let panels: Vec<PanelId> = props.layout.panels(area).collect();
    if panels.is_empty() {
        return Html::default();
    }
    let narration = area == teller(&props.layout) && props.layout.device == Device::Desk;
    html! {
        <div key={ area.name() } class="area" data-area={ area.name() }>
            <div class="area-panels">{ for panels.into_iter().map(|id| panel(props, backstage, id)) }</div>
            if narration {
                { told("on-desk", props) }
            }
        </div>
    }
}

/// Where the sentence stands: under the call center, or else under the next that was not hidden.
fn teller(layout: &Layout) -> Area {
    let areas = [Area::Stage, Area::Program, Area::Time];
    let teller = areas
        .into_iter()
        .find(|area| layout.panels(*area).next().is_some());
    teller.unwrap_or(Area::Reports)
}

fn panel(props: &Props, backstage: &RefCell<Backstage>, id: PanelId) -> Html {
    let key = id.name();
    let Some(shown) = backstage.borrow_mut().shown_by(id, props) else {
        return html! { <Panel { key } { id } /> };
    };
    let dispatch = props.dispatch.clone();
    let panel = match id {
        PanelId::Code => html! {
            <Code { shown } draft={ Rc::clone(&props.draft) } open={ props.open } { dispatch } />
        },
        PanelId::Scene => html! { <Scene { shown } { dispatch } /> },
        PanelId::Queues => html! { <Queues { shown } { dispatch } /> },
        PanelId::Console => html! { <Console { shown } { dispatch } /> },
        PanelId::Log => html! { <Log { shown } { dispatch } /> },
        PanelId::Inspector => html! { <Inspector { shown } { dispatch } /> },
        PanelId::Timeline => html! { <Timeline { shown } { dispatch } /> },
    };
    html! { <PassingTime { key } panel={ id }>{ panel }</PassingTime> }
}

/// What each panel has shown last. A panel that is out of sight stays at that, so that it is not drawn anew until it
/// comes back. One that was never in sight is an empty region so far.
#[derive(Default)]
struct Backstage {
    last: Vec<(PanelId, Shown)>,
}

impl Backstage {
    /// What a panel is to show, if it has ever been in sight.
    fn shown_by(&mut self, id: PanelId, props: &Props) -> Option<Shown> {
        let now = &props.shown;
        let is_in_sight = props.layout.is_in_sight(id);
        let Some((_, last)) = self.last.iter_mut().find(|(panel, _)| *panel == id) else {
            return is_in_sight.then(|| {
                self.last.push((id, now.clone()));
                now.clone()
            });
        };
        // A run that is over and gone is not kept for the sake of it.
        if is_in_sight || last.run != now.run {
            *last = now.clone();
        }
        Some(last.clone())
    }
}

/// On a phone, one panel at a time.
fn phone_tabs(props: &Props) -> Html {
    let lang = props.settings.lang;
    let tab = |panel: PanelId| {
        let onclick = props.dispatch.reform(move |_| Action::BringToFront(panel));
        let pressed = (props.layout.on_phone == panel).to_string();
        html! {
            <button key={ panel.name() } class="tab" aria-pressed={ pressed } { onclick }>
                { title(panel).text(lang) }
            </button>
        }
    };
    html! {
        <nav class="phone-tabs" aria-label={ Msg::Panels.text(lang) }>
            { for PanelId::ALL.into_iter().map(tab) }
        </nav>
    }
}
