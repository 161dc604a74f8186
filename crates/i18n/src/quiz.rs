//! The texts of predictions, and of what an author has pinned to a run.

/// A text about predictions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuizMsg {
    /// The switch: questions are asked of any program.
    Predict,
    /// What the switch does.
    PredictHint,
    /// A question.
    WhoIsNext,
    /// A question.
    WhatIsPrinted,
    /// Added where there are more lines than are asked about.
    FirstLines,
    /// A question.
    HowLong,
    /// The answer is right.
    Right,
    /// The answer is not right.
    Wrong,
    /// Before the right answer.
    ItIs,
    /// Before why.
    Because,
    /// Why somebody is next.
    FirstInQueue,
    /// Why a program takes as long as it does.
    Overlap,
    /// The right order of the lines.
    Order,
    /// Before the run: plays it.
    Start,
    /// The button that goes on with the run.
    GoOn,
    /// The button that leads to the next question.
    Next,
    /// The button that goes on without an answer.
    Skip,
    /// Between the number of right answers and that of all.
    Of,
    /// After `3 of 4`.
    Score,
    /// The button that hands in an order of lines.
    Check,
    /// The button that takes all lines back.
    Clear,
    /// The button that copies a link to the result.
    HandIn,
    /// The link to the result was copied.
    Copied,
    /// What a link to a result is not.
    NoProof,
    /// Somebody else has answered this.
    HandedIn,
    /// The button that asks everything again.
    Again,
    /// A question without an answer.
    Unanswered,
}

in_three_languages!(QuizMsg);

impl QuizMsg {
    #[inline(never)]
    const fn english(self) -> &'static str {
        match self {
            Self::Predict => "Predict",
            Self::PredictHint => "Ask me what comes next, before it happens",
            Self::WhoIsNext => "Whom does the operator talk to next?",
            Self::WhatIsPrinted => "In which order are these lines printed?",
            Self::FirstLines => "These are the first ones.",
            Self::HowLong => "How long does the program take?",
            Self::Right => "Right.",
            Self::Wrong => "Not quite.",
            Self::ItIs => "It is",
            Self::Because => "Why:",
            Self::FirstInQueue => "The ready queue is first in, first out.",
            Self::Overlap => {
                "What waits at the same time does not add up; what runs one after the other does."
            }
            Self::Order => "The order is:",
            Self::Start => "Run",
            Self::GoOn => "Go on",
            Self::Next => "Next question",
            Self::Skip => "Skip",
            Self::Of => "of",
            Self::Score => "right",
            Self::Check => "Check",
            Self::Clear => "Start over",
            Self::HandIn => "Copy a link to my result",
            Self::Copied => "The link is copied. It holds the program, the answers and the score.",
            Self::NoProof => "Anybody can change such a link: it is no proof against cheating.",
            Self::HandedIn => "A result that was handed in.",
            Self::Again => "Ask me again",
            Self::Unanswered => "no answer",
        }
    }

    #[inline(never)]
    const fn french(self) -> &'static str {
        match self {
            Self::Predict => "Prédire",
            Self::PredictHint => "Me demander ce qui vient, avant que cela n’arrive",
            Self::WhoIsNext => "À qui l’opératrice parle-t-elle ensuite\u{a0}?",
            Self::WhatIsPrinted => "Dans quel ordre ces lignes s’affichent-elles\u{a0}?",
            Self::FirstLines => "Ce sont les premières.",
            Self::HowLong => "Combien de temps le programme prend-il\u{a0}?",
            Self::Right => "Juste.",
            Self::Wrong => "Pas tout à fait.",
            Self::ItIs => "C’est",
            Self::Because => "Pourquoi\u{a0}:",
            Self::FirstInQueue => "La file des prêts\u{a0}: premier entré, premier sorti.",
            Self::Overlap => "Ce qui attend en même temps ne s’additionne pas\u{a0}; ce qui se suit, oui.",
            Self::Order => "L’ordre est\u{a0}:",
            Self::Start => "Exécuter",
            Self::GoOn => "Continuer",
            Self::Next => "Question suivante",
            Self::Skip => "Passer",
            Self::Of => "sur",
            Self::Score => "justes",
            Self::Check => "Vérifier",
            Self::Clear => "Recommencer",
            Self::HandIn => "Copier un lien vers mon résultat",
            Self::Copied => "Le lien est copié. Il contient le programme, les réponses et le résultat.",
            Self::NoProof => {
                "N’importe qui peut modifier un tel lien\u{a0}: il ne prouve pas l’absence de triche."
            }
            Self::HandedIn => "Un résultat remis.",
            Self::Again => "Me redemander",
            Self::Unanswered => "sans réponse",
        }
    }

    #[inline(never)]
    const fn german(self) -> &'static str {
        match self {
            Self::Predict => "Vorhersagen",
            Self::PredictHint => "Fragen, was als Nächstes kommt, bevor es geschieht",
            Self::WhoIsNext => "Mit wem spricht die Vermittlung als Nächstes?",
            Self::WhatIsPrinted => "In welcher Reihenfolge werden diese Zeilen ausgegeben?",
            Self::FirstLines => "Es sind die ersten.",
            Self::HowLong => "Wie lange braucht das Programm?",
            Self::Right => "Richtig.",
            Self::Wrong => "Nicht ganz.",
            Self::ItIs => "Es ist",
            Self::Because => "Warum:",
            Self::FirstInQueue => "Die Warteschlange: Wer zuerst kommt, ist zuerst dran.",
            Self::Overlap => "Was gleichzeitig wartet, zählt nicht zusammen; was nacheinander läuft, schon.",
            Self::Order => "Die Reihenfolge ist:",
            Self::Start => "Starten",
            Self::GoOn => "Weiter",
            Self::Next => "Nächste Frage",
            Self::Skip => "Überspringen",
            Self::Of => "von",
            Self::Score => "richtig",
            Self::Check => "Prüfen",
            Self::Clear => "Neu ordnen",
            Self::HandIn => "Link zu meinem Ergebnis kopieren",
            Self::Copied => "Der Link ist kopiert. Er enthält das Programm, die Antworten und das Ergebnis.",
            Self::NoProof => "So einen Link kann jeder ändern: Er ist kein Schutz vor Schummeln.",
            Self::HandedIn => "Ein abgegebenes Ergebnis.",
            Self::Again => "Noch einmal fragen",
            Self::Unanswered => "ohne Antwort",
        }
    }
}
