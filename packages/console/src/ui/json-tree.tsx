// A body of JSON as a tree, to open where one looks. Members are made when they are opened: a body may be large.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type JsonMember, type JsonNode, toJsonTree } from '../lib/json-tree.ts';
import classes from './json-tree.module.css';

/** Opened from the beginning. */
const depthOpen = 2;
const shownAtOnce = 200;

export default function JsonTree({ text, label }: { readonly text: string; readonly label: string }) {
  const root = useMemo(() => toJsonTree(text), [text]);
  if (root === null || root.kind === 'leaf') return null;
  return (
    // biome-ignore-start lint/a11y: what scrolls must be reachable by keyboard, and be named there
    <div role="group" aria-label={label} tabIndex={0} className={classes['tree']} dir="ltr">
      <Members members={root.members} depth={1} />
    </div>
    // biome-ignore-end lint/a11y: see above
  );
}

interface MembersProps {
  readonly members: readonly JsonMember[];
  readonly depth: number;
}

function Members({ members, depth }: MembersProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(shownAtOnce);
  const rest = members.length - shown;
  return (
    <ul className={classes['members']}>
      {members.slice(0, shown).map(({ name, node }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and their order is what was written
        <li key={index}>
          <Member name={name} node={node} depth={depth} />
        </li>
      ))}
      {rest > 0 && (
        <li>
          <Button size="compact-xs" variant="default" onClick={() => setShown(shown + shownAtOnce)}>
            {t('code.more', { count: rest })}
          </Button>
        </li>
      )}
    </ul>
  );
}

interface MemberProps {
  readonly name: string;
  readonly node: JsonNode;
  readonly depth: number;
}

function Member({ name, node, depth }: MemberProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(depth < depthOpen);
  if (node.kind === 'leaf')
    return (
      <>
        <span className={classes['name']}>{name}</span>: {node.text}
      </>
    );
  const brackets = node.kind === 'object' ? '{ }' : '[ ]';
  if (node.members.length === 0)
    return (
      <>
        <span className={classes['name']}>{name}</span>: {brackets}
      </>
    );
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={classes['name']}>{name}</span>: {brackets}{' '}
        <span className={classes['count']}>{t('code.members', { count: node.members.length })}</span>
      </summary>
      {open && <Members members={node.members} depth={depth + 1} />}
    </details>
  );
}
