// Names and values side by side: a definition list that becomes one column where there is no room for two.
import { Paper, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './facts.module.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

interface FactsProps {
  readonly title?: string;
  readonly facts: readonly (Fact | false | null | undefined)[];
  readonly aside?: ReactNode;
  /** Two beside each other where there is room. */
  readonly wide?: boolean;
}

export function Facts({ title, facts, aside, wide = false }: FactsProps) {
  return (
    <Paper withBorder p="md" bg="var(--signpost-surface)">
      {title && (
        <div className={classes['head']}>
          <Title order={2} fz="md">
            {title}
          </Title>
          {aside}
        </div>
      )}
      <dl className={classes['facts']} data-wide={wide || undefined}>
        {facts.map(
          (fact) =>
            fact && (
              <div key={fact.name}>
                <dt>{fact.name}</dt>
                <dd>{fact.value}</dd>
              </div>
            ),
        )}
      </dl>
    </Paper>
  );
}
