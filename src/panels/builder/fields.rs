//! The fields in which values are edited in place. What is typed counts when the field is left, or on Enter.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    #[prop_or_default]
    pub id: Option<String>,
    pub label: &'static str,
    pub value: String,
    #[prop_or_default]
    pub class: &'static str,
    pub change: Callback<String>,
}

/// A line of text. What is refused stays in the field, where it can be mended.
#[component]
pub fn TextField(props: &Props) -> Html {
    let typed = use_state_eq(|| None::<String>);
    {
        let typed = typed.clone();
        use_effect_with(props.value.clone(), move |_| typed.set(None));
    }
    let change = {
        let (typed, change) = (typed.clone(), props.change.clone());
        Callback::from(move |text: String| {
            typed.set(Some(text.clone()));
            change.emit(text);
        })
    };
    let value = (*typed).clone().unwrap_or_else(|| props.value.clone());
    let shown = Props {
        id: props.id.clone(),
        value,
        change,
        ..*props
    };
    field(&shown, "text", None, None)
}

/// Seconds.
#[component]
pub fn SecondsField(props: &Props) -> Html {
    field(props, "number", Some("0.1"), Some("0"))
}

/// A whole number.
#[component]
pub fn CountField(props: &Props) -> Html {
    field(props, "number", Some("1"), Some("0"))
}

fn field(props: &Props, kind: &'static str, step: Option<&'static str>, min: Option<&'static str>) -> Html {
    let onchange = props
        .change
        .reform(|event: Event| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <input
            id={ props.id.clone() }
            class={ props.class }
            type={ kind }
            { step }
            { min }
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-label={ props.label }
            title={ props.label }
            value={ props.value.clone() }
            { onchange }
        />
    }
}

/// A choice among names.
pub fn choice(label: &'static str, chosen: &str, offered: &[String], change: Callback<String>) -> Html {
    let onchange = change.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let option = |name: &String| {
        html! { <option key={ name.clone() } value={ name.clone() } selected={ name == chosen }>{ name }</option> }
    };
    html! {
        <select aria-label={ label } title={ label } { onchange }>{ for offered.iter().map(option) }</select>
    }
}
