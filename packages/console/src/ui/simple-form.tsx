// A short form in a dialog: its fields, what the server found wrong at each, and two buttons.
import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { placeProblems } from './form-problems.ts';
import { asProblem, Problem, useProblemText } from './problem.tsx';

interface FormDialogProps {
  readonly title: string;
  readonly action: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly size?: 'md' | 'lg';
  readonly children: ReactNode;
}

export function FormDialog(props: FormDialogProps) {
  const { title, action, isPending, error, onSubmit, onClose, size = 'md', children } = props;
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={title} size={size}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Stack>
          {children}
          {error !== null && <Problem error={error} urgent />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={isPending}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** What stands below a field: the server's word about it, in the reader's language. */
export function useFieldErrors(error: unknown, fields: readonly string[]): Readonly<Record<string, string>> {
  const textOf = useProblemText();
  if (error === null) return {};
  const named = placeProblems(asProblem(error), fields).flatMap((problem) =>
    problem.field === null ? [] : [[problem.field, textOf(problem).message] as const],
  );
  return Object.fromEntries(named);
}
