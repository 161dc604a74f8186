//! What the compiler has found, in the language of the page.

use std::borrow::Cow;

use switchboard_python::syntax::{Diagnostic, Hint, Instead};

use crate::i18n::{FindingMsg, Lang};

/// What is wrong, and what to write instead. What CPython says is said as CPython says it.
pub fn said(found: &Diagnostic, lang: Lang) -> (Cow<'_, str>, Option<String>) {
    let own = match &found.hint {
        Some(Hint::CutDown(most)) => Some(FindingMsg::TooLarge.with(lang, &[&most.to_string()])),
        Some(Hint::WholeCharacter) => Some(FindingMsg::HalfCharacter.text(lang).to_owned()),
        Some(Hint::PlainLetters(name)) => Some(FindingMsg::UnknownForm.with(lang, &[name])),
        _ => None,
    };
    let message = own.map_or(Cow::Borrowed(found.message.as_str()), Cow::Owned);
    (message, found.hint.as_ref().map(|hint| advice(hint, lang)))
}

fn advice(hint: &Hint, lang: Lang) -> String {
    let msg = match hint {
        Hint::OneFile => FindingMsg::OneFile,
        Hint::Later(name, instead) => {
            let instead = match instead {
                Instead::Tasks => FindingMsg::InsteadTasks,
                Instead::Sleep => FindingMsg::InsteadSleep,
            };
            return FindingMsg::Later.with(lang, &[name, instead.text(lang)]);
        }
        Hint::NotHere(name) => return FindingMsg::NotHere.with(lang, &[name]),
        Hint::NoSystem => FindingMsg::NoSystem,
        Hint::WriteCode => FindingMsg::WriteCode,
        Hint::StepThrough => FindingMsg::StepThrough,
        Hint::CutDown(_) => FindingMsg::CutDown,
        Hint::NameParts => FindingMsg::NameParts,
        Hint::WholeCharacter => FindingMsg::WholeCharacter,
        Hint::PlainLetters(_) => FindingMsg::PlainLetters,
        Hint::FewCharacterNames => FindingMsg::FewCharacterNames,
    };
    msg.text(lang).to_owned()
}
