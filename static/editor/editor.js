// The editor: CodeMirror, for Python, in the page's own colours. Loaded when it is first needed.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyField, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python, pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";
import { asyncioCompletion } from "./completion.js";

// The names of the listing's own syntax colours.
const colours = tagHighlighter([
  { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword, tags.definitionKeyword, tags.moduleKeyword], class: "syntax-word" },
  { tag: [tags.function(tags.variableName), tags.className, tags.function(tags.definition(tags.variableName))], class: "syntax-name" },
  { tag: [tags.string, tags.special(tags.string)], class: "syntax-text" },
  { tag: [tags.number, tags.bool, tags.null], class: "syntax-number" },
  { tag: tags.comment, class: "syntax-note" },
]);

/** What can be undone, kept between two times that the editor is open. */
const FIELDS = { history: historyField };
let kept;

/**
 * Puts an editor into `parent`. Where the text is the one that was left, what was done to it can still be undone.
 *
 * @param {Element} parent
 * @param {{text: string, label: string, onEdit: (text: string) => void, onLeave: () => void}} options
 *   `onLeave` is called when the person presses Escape or Ctrl-Enter.
 */
export function createEditor(parent, { text, label, onEdit, onLeave }) {
  const extensions = [
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of("    "),
    EditorState.tabSize.of(4),
    bracketMatching(),
    closeBrackets(),
    autocompletion(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    python(),
    pythonLanguage.data.of({ autocomplete: asyncioCompletion }),
    syntaxHighlighting(colours),
    // Editable text has the focus by itself; that the scroller around it can be scrolled by keys is known by this.
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onEdit(update.state.doc.toString());
    }),
    keymap.of([
      { key: "Mod-Enter", run: () => (onLeave(), true) },
      { key: "Escape", run: () => (onLeave(), true) },
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...completionKeymap,
      indentWithTab,
    ]),
  ];
  const state = kept?.doc === text
    ? EditorState.fromJSON(kept, { extensions }, FIELDS)
    : EditorState.create({ doc: text, extensions });
  const view = new EditorView({ parent, state });
  // A keyboard that comes up leaves in sight what is typed.
  const follow = () => {
    if (view.hasFocus) view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head) });
  };
  addEventListener("resize", follow);
  return {
    /** @param {{from: number, to: number, severity: "error" | "warning", message: string}[]} found, in characters */
    setDiagnostics(found) {
      const length = view.state.doc.length;
      const inside = found.map((one) => ({ ...one, from: Math.min(one.from, length), to: Math.min(one.to, length) }));
      view.dispatch(setDiagnostics(view.state, inside));
    },
    setText(changed) {
      if (changed === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: changed } });
    },
    focus: () => view.focus(),
    destroy() {
      removeEventListener("resize", follow);
      kept = view.state.toJSON(FIELDS);
      view.destroy();
    },
  };
}
