//! Parts of the picture that are drawn elsewhere, as part of the page.

use std::borrow::Cow;

use switchboard_still::Node;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

/// An element and all that is in it.
pub fn drawn(node: Node) -> Html {
    let Node {
        name,
        keys,
        values,
        key,
        children,
        text,
    } = node;
    let mut tag = VTag::new(name);
    let attribute = |value| AttributeOrProperty::Attribute(value_of(value));
    let values = values.into_iter().map(|value| value.map(attribute)).collect();
    tag.set_attributes(Attributes::Dynamic { keys, values });
    tag.key = key.map(Into::into);
    tag.add_children(text.map(|text| VText::new(value_of(text)).into()));
    tag.add_children(children.into_iter().map(drawn));
    tag.into()
}

/// Elements one after the other.
pub fn all_drawn(nodes: impl IntoIterator<Item = Node>) -> Html {
    nodes.into_iter().map(drawn).collect()
}

fn value_of(text: Cow<'static, str>) -> AttrValue {
    match text {
        Cow::Borrowed(text) => AttrValue::Static(text),
        Cow::Owned(text) => AttrValue::from(text),
    }
}
