//! The time that passes between two events, for a panel: it stands still for those out of sight.

use yew::prelude::*;

use super::panel::Surroundings;
use crate::session::{Now, PanelId};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub panel: PanelId,
    pub children: Html,
}

/// What it hears from around.
pub enum Heard {
    Time(Now),
    Layout(Surroundings),
}

/// Tells a panel the time as long as the panel is in sight. Behind another panel nothing is drawn anew because time
/// passes; a panel that comes back hears how late it is.
pub struct PassingTime {
    /// What the panel is told.
    told: Now,
    newest: Now,
    is_in_sight: bool,
    _clock: Option<ContextHandle<Now>>,
    _around: Option<ContextHandle<Surroundings>>,
}

impl Component for PassingTime {
    type Message = Heard;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let clock = ctx.link().context(ctx.link().callback(Heard::Time));
        let around = ctx
            .link()
            .context::<Surroundings>(ctx.link().callback(Heard::Layout));
        let (newest, clock) = clock.unzip();
        let (around, handle) = around.unzip();
        let panel = ctx.props().panel;
        let newest = newest.unwrap_or_default();
        Self {
            told: newest,
            newest,
            is_in_sight: around.is_none_or(|around| around.layout.is_in_sight(panel)),
            _clock: clock,
            _around: handle,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, heard: Heard) -> bool {
        match heard {
            Heard::Time(now) => self.newest = now,
            Heard::Layout(around) => self.is_in_sight = around.layout.is_in_sight(ctx.props().panel),
        }
        let is_news = self.is_in_sight && self.told != self.newest;
        if is_news {
            self.told = self.newest;
        }
        is_news
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! {
            <ContextProvider<Now> context={ self.told }>{ ctx.props().children.clone() }</ContextProvider<Now>>
        }
    }
}
