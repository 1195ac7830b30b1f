// JSON that is edited: numbered lines, what is wrong marked where it is. Loaded with the first one shown. Tab leaves it, as it
// leaves any field.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  bracketMatching,
  ensureSyntaxTree,
  HighlightStyle,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { getNonce } from 'get-nonce';
import { useEffect, useRef } from 'react';
import { jsonProblem } from '../lib/json-problem.ts';
import classes from './code-editor.module.css';

interface CodeEditorProps {
  readonly label: string;
  /** What it begins with. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Id of what is said about it. */
  readonly describedBy?: string;
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'light-dark(#0b4f8a, #8ec5ff)' },
  { tag: tags.string, color: 'light-dark(#0a5c36, #8fd6a8)' },
  { tag: tags.number, color: 'light-dark(#8a3a00, #ffb98a)' },
  { tag: [tags.bool, tags.null], color: 'light-dark(#6b2fa0, #d3b1f5)' },
]);

const theme = EditorView.theme({
  '&': { color: 'var(--mantine-color-text)', backgroundColor: 'transparent' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--mantine-color-text)' },
  '.cm-cursor': { borderInlineStartColor: 'var(--mantine-color-text)' },
  '.cm-gutters': {
    color: 'var(--mantine-color-dimmed)',
    backgroundColor: 'transparent',
    borderColor: 'var(--signpost-line)',
  },
  '.cm-activeLine': { backgroundColor: 'light-dark(#0000000a, #ffffff0d)' },
  // By no colour of the text or its ground: what is typed over it would be given that as a style by the browser, which the
  // policy refuses.
  '&.cm-focused .cm-matchingBracket, &.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--mantine-color-dimmed)',
  },
  '.cm-tooltip': {
    color: 'var(--mantine-color-text)',
    backgroundColor: 'var(--signpost-surface)',
    borderColor: 'var(--signpost-line)',
  },
});

const parseMs = 100;

/** Where the grammar gives up; the browser's own words do not tell a place that one could rely on. */
function mistake({ state }: EditorView): readonly Diagnostic[] {
  const message = jsonProblem(state.doc.toString());
  if (message === null) return [];
  let from = state.doc.length;
  ensureSyntaxTree(state, state.doc.length, parseMs)?.iterate({
    enter(node) {
      if (node.type.isError) from = Math.min(from, node.from);
    },
  });
  return [{ from, to: Math.min(state.doc.length, from + 1), severity: 'error', message }];
}

export default function CodeEditor({ label, text, onChange, describedBy }: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const changed = useRef(onChange);
  changed.current = onChange;
  const begun = useRef({ text, label, describedBy });
  useEffect(() => {
    const { text, label, describedBy } = begun.current;
    const view = new EditorView({
      parent: place.current as HTMLDivElement,
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorView.cspNonce.of(getNonce() ?? ''),
          EditorView.contentAttributes.of({
            'aria-label': label,
            ...(describedBy && { 'aria-describedby': describedBy }),
          }),
          lineNumbers(),
          history(),
          bracketMatching(),
          highlightActiveLine(),
          indentUnit.of('  '),
          json(),
          syntaxHighlighting(colours),
          linter(mistake, { delay: 300 }),
          lintGutter(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          theme,
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) changed.current(state.doc.toString());
          }),
        ],
      }),
    });
    return () => view.destroy();
  }, []);
  return <div ref={place} className={classes['editor']} dir="ltr" />;
}
