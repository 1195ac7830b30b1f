// What an inbox answers from now on: one of the usual ways in which receivers go wrong, or anything else.
import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeInbox } from '../../api/inboxes.ts';
import type { Inbox } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { useChange } from '../../ui/change.ts';
import { notify } from '../../ui/notify.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { FormDialog, useFieldErrors } from '../../ui/simple-form.tsx';

const usual = {
  success: '200',
  error: '500',
  busy: '503',
  refused: '401',
  redirect: '302',
  gone: '410',
} as const;
type Usual = keyof typeof usual;
const names = Object.keys(usual) as Usual[];
const fields = ['answer.status', 'answer.delaySeconds', 'answer.body'];

/** What is no whole number is left to the server, which says what is wrong with it. */
const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

interface AnswerDialogProps {
  readonly inbox: Inbox;
  readonly onClose: () => void;
}

export default function AnswerDialog({ inbox, onClose }: AnswerDialogProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const { answer } = inbox;
  const [status, setStatus] = useState(String(answer.status));
  const [isOther, setIsOther] = useState(names.every((name) => usual[name] !== status));
  const [delay, setDelay] = useState(String(answer.delaySeconds));
  const [body, setBody] = useState(answer.body ?? '');
  const change = useChange(
    () =>
      changeInbox(place, inbox.id, {
        answer: {
          status: numberOf(status),
          delaySeconds: numberOf(delay),
          body: body === '' ? null : body,
        },
      }),
    [['inboxes', place]],
    (after) => {
      notify(t('inboxes.answer.changed', { status: after.answer.status }));
      onClose();
    },
  );
  const errors = useFieldErrors(change.error, fields);
  const kind = isOther ? 'other' : (names.find((name) => usual[name] === status) ?? 'other');
  return (
    <FormDialog
      title={t('inboxes.answer.title')}
      action={t('common.save')}
      isPending={change.isPending}
      error={Object.keys(errors).length > 0 ? null : change.error}
      onSubmit={() => change.mutate(undefined)}
      onClose={onClose}
    >
      <Select
        label={t('inboxes.answer.kind')}
        data={[...names, 'other' as const].map((value) => ({ value, label: t(`inboxes.answer.${value}`) }))}
        value={kind}
        onChange={(value) => {
          const known = names.find((name) => name === value);
          setIsOther(known === undefined);
          if (known !== undefined) setStatus(usual[known]);
        }}
        allowDeselect={false}
        {...(!isOther && { error: errors['answer.status'] })}
        data-autofocus
      />
      {isOther && (
        <NumberField
          label={t('inboxes.answer.status')}
          value={status}
          onChange={(event) => setStatus(event.currentTarget.value)}
          error={errors['answer.status']}
        />
      )}
      <NumberField
        label={t('inboxes.answer.delay')}
        description={t('inboxes.answer.delayHint')}
        value={delay}
        onChange={(event) => setDelay(event.currentTarget.value)}
        error={errors['answer.delaySeconds']}
      />
      <Textarea
        label={t('inboxes.answer.body')}
        description={t('inboxes.answer.bodyHint')}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        error={errors['answer.body']}
        autosize
        minRows={2}
        maxRows={8}
        dir="ltr"
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
    </FormDialog>
  );
}
