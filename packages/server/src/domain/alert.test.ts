import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Due, dueStep, quietMs, stateAfter, type Watched, type WatchedAlert } from './alert.ts';
import type { AlertSettings } from './webhook.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.UTC(2026, 2, 10, 12);

const settings: AlertSettings = {
  rules: 'own',
  afterConsecutiveFailures: 5,
  disableAfter: '5d',
  failureRate: null,
  emails: [],
};
const healthy: Watched = {
  status: 'enabled',
  disabledReason: null,
  isDeleted: false,
  settings,
  streak: null,
  rate: null,
  alert: null,
};
const alert: WatchedAlert = {
  kind: 'failing',
  stage: 'failing',
  state: 'open',
  sameStreak: true,
  sameDisabling: false,
  warnedAt: null,
  mutedUntil: null,
  recoveredAt: null,
  recoveredBy: null,
  endedBySuccess: false,
};

/** Failing for so long, up to now, in so many attempts. */
const failing = (forMs: number, failures: number, rest: Partial<Watched> = {}): Watched => ({
  ...healthy,
  streak: { failures, since: now - forMs, lastAt: now },
  ...rest,
});
const step = (watched: Watched, at = now): Due['step'] | null => dueStep(watched, at)?.step ?? null;

describe('an alert', () => {
  it('is raised at the configured number of failures in a row, once for each row of them', () => {
    expect(step(failing(minute, 4))).toBeNull();
    expect(dueStep(failing(minute, 5), now)).toEqual({
      step: 'failing',
      continues: false,
      disableAt: now - minute + 5 * day,
    });
    expect(step(failing(minute, 50, { alert }))).toBeNull();
    expect(step(failing(minute, 5, { alert: { ...alert, stage: 'recovered', sameStreak: false } }))).toBe(
      'failing',
    );
  });

  it('is never raised where nobody wants to be told', () => {
    const silent = { ...settings, afterConsecutiveFailures: null, disableAfter: null };
    expect(step(failing(40 * day, 10_000, { settings: silent }))).toBeNull();
  });

  it('that a person resolved is not raised again for the same failures, but warns before the webhook is disabled', () => {
    const resolved = { ...alert, state: 'resolved' as const };
    expect(step(failing(day, 50, { alert: resolved }))).toBeNull();
    expect(step(failing(4 * day, 50, { alert: resolved }))).toBe('warned');
    expect(stateAfter(resolved, now)).toBe('open');
  });

  it('goes on when its problem comes back within minutes after a delivery succeeded', () => {
    const over = (ago: number, recoveredBy: WatchedAlert['recoveredBy']) => ({
      ...alert,
      stage: 'recovered' as const,
      sameStreak: false,
      recoveredAt: now - ago,
      recoveredBy,
    });
    const continues = (earlier: WatchedAlert) => dueStep(failing(minute, 5, { alert: earlier }), now);
    expect(continues(over(quietMs - 1, 'delivery'))).toMatchObject({ step: 'failing', continues: true });
    expect(continues(over(quietMs, 'delivery'))).toMatchObject({ step: 'failing', continues: false });
    expect(continues(over(minute, 'enabled'))).toMatchObject({ step: 'failing', continues: false });
  });
});

describe('disabling (N9)', () => {
  it('is warned of a day before, or a fifth of the time where that is shorter', () => {
    expect(step(failing(4 * day - 1, 50, { alert }))).toBeNull();
    expect(dueStep(failing(4 * day, 50, { alert }), now)).toEqual({
      step: 'warned',
      continues: true,
      disableAt: now + day,
    });
    const short = { ...settings, disableAfter: '1h' };
    expect(step(failing(48 * minute - 1, 50, { alert, settings: short }))).toBeNull();
    expect(dueStep(failing(48 * minute, 50, { alert, settings: short }), now)).toMatchObject({
      step: 'warned',
      disableAt: now + 12 * minute,
    });
  });

  it('never comes sooner after the warning than the warning said, however late that was', () => {
    const late = failing(9 * day, 50, { alert });
    expect(dueStep(late, now)).toMatchObject({ step: 'warned', disableAt: now + day });
    const warned = { ...late, alert: { ...alert, stage: 'warned' as const, warnedAt: now } };
    expect(step(warned, now + day - 1)).toBeNull();
    expect(step(warned, now + day)).toBe('disabled');
  });

  it('moves with the setting, also after the warning', () => {
    const warned = { ...alert, stage: 'warned' as const, warnedAt: now - 2 * day };
    expect(step(failing(5 * day, 50, { alert: warned }))).toBe('disabled');
    expect(
      step(failing(5 * day, 50, { alert: warned, settings: { ...settings, disableAfter: '9d' } })),
    ).toBeNull();
    expect(
      step(failing(50 * day, 50, { alert: warned, settings: { ...settings, disableAfter: null } })),
    ).toBeNull();
  });

  it('needs failures that are many enough, and not all of one moment: a quiet webhook is not a failing one', () => {
    expect(step(failing(4 * day, 4))).toBeNull();
    expect(step(failing(4 * day, 2, { settings: { ...settings, afterConsecutiveFailures: 2 } }))).toBe(
      'warned',
    );
    expect(
      step(failing(4 * day, 4, { settings: { ...settings, afterConsecutiveFailures: null } })),
    ).toBeNull();
    expect(step(failing(4 * day, 5, { settings: { ...settings, afterConsecutiveFailures: null } }))).toBe(
      'warned',
    );
    const spreadOver = (ms: number): Watched => ({
      ...healthy,
      alert,
      streak: { failures: 50, since: now - 4 * day, lastAt: now - 4 * day + ms },
    });
    expect(step(spreadOver(12 * hour - 1))).toBeNull();
    expect(step(spreadOver(12 * hour))).toBe('warned');
  });

  it('by 410 Gone is told of once for each time', () => {
    const gone = failing(0, 1, { status: 'disabled', disabledReason: 'gone' });
    expect(dueStep(gone, now)).toEqual({ step: 'gone', continues: false });
    const told = { ...alert, stage: 'disabled' as const, sameDisabling: true };
    expect(step({ ...gone, alert: told })).toBeNull();
    expect(step({ ...gone, alert: { ...told, state: 'resolved' } })).toBeNull();
    const again = {
      ...told,
      stage: 'recovered' as const,
      sameDisabling: false,
      recoveredBy: 'enabled' as const,
    };
    expect(step({ ...gone, alert: again })).toBe('gone');
  });

  it('by a person is nothing to tell of, and keeps an alert as it is', () => {
    expect(step(failing(9 * day, 50, { status: 'disabled', disabledReason: 'manual' }))).toBeNull();
    expect(step(failing(9 * day, 50, { status: 'disabled', disabledReason: 'manual', alert }))).toBeNull();
  });
});

describe('a rate of failures', () => {
  const rule = { percent: 50, hours: 1, attemptsMin: 20 };
  const from = now - 90 * minute;
  const often = (failed: number, attempts: number, rest: Partial<Watched> = {}): Watched => ({
    ...healthy,
    settings: { ...settings, failureRate: rule },
    rate: { failed, attempts, from },
    ...rest,
  });
  const rated = { ...alert, kind: 'failure_rate' as const, sameStreak: false, endedBySuccess: true };

  it('raises an alert where so many attempts fail among others, of enough', () => {
    expect(step(often(9, 19))).toBeNull();
    expect(step(often(10, 19))).toBeNull();
    expect(step(often(9, 20))).toBeNull();
    expect(dueStep(often(10, 20), now)).toMatchObject({ step: 'failing_often', rate: { failed: 10 } });
    expect(step(often(20, 20, { settings }))).toBeNull();
  });

  it('is over when the rate is, however the last attempt ended', () => {
    expect(step(often(10, 20, { alert: rated }))).toBeNull();
    expect(dueStep(often(9, 20, { alert: rated }), now)).toMatchObject({ step: 'recovered', by: 'delivery' });
    expect(step(often(3, 10, { alert: rated }))).toBe('recovered');
    expect(step(often(20, 20, { alert: rated, settings }))).toBe('recovered');
  });

  it('makes way for something worse, in the same alert', () => {
    const dead = { failures: 5, since: now - minute, lastAt: now };
    expect(dueStep(often(10, 20, { alert: rated, streak: dead }), now)).toMatchObject({
      step: 'failing',
      continues: true,
    });
    expect(step(often(20, 20, { streak: dead, alert }))).toBeNull();
  });

  it('tells nothing of failures that an alert told of before', () => {
    const over = {
      ...alert,
      stage: 'recovered' as const,
      sameStreak: false,
      recoveredBy: 'delivery' as const,
    };
    expect(step(often(20, 40, { alert: { ...over, recoveredAt: from + minute } }))).toBeNull();
    expect(step(often(20, 40, { alert: { ...over, recoveredAt: from - minute } }))).toBe('failing_often');
  });
});

describe('a problem is over', () => {
  const by = (watched: Watched) => {
    const due = dueStep(watched, now);
    return due?.step === 'recovered' ? due.by : due;
  };

  it('at the first success, also when it has begun to fail anew since', () => {
    const ended = { ...alert, sameStreak: false, endedBySuccess: true };
    expect(by({ ...healthy, alert: ended })).toBe('delivery');
    expect(by(failing(minute, 7, { alert: ended }))).toBe('delivery');
  });

  it('when somebody enables the webhook again', () => {
    expect(by({ ...healthy, alert: { ...alert, stage: 'disabled' } })).toBe('enabled');
    expect(by({ ...healthy, alert: { ...alert, sameStreak: false } })).toBe('enabled');
    expect(by(failing(9 * day, 50, { alert: { ...alert, stage: 'disabled' } }))).toBe('enabled');
  });

  it('when the webhook is deleted, and nothing comes after', () => {
    expect(by(failing(minute, 50, { alert, isDeleted: true }))).toBe('deleted');
    expect(step(failing(minute, 50, { isDeleted: true }))).toBeNull();
  });
});

describe('a muted alert', () => {
  const muted = { ...alert, state: 'muted' as const, mutedUntil: now + hour };

  it('is brought back to mind when its time is over and the problem is not', () => {
    expect(step(failing(hour, 50, { alert: muted }))).toBeNull();
    expect(step(failing(hour, 50, { alert: muted }), now + hour)).toBe('reminded');
    const disabled = { ...muted, stage: 'disabled' as const };
    const off = { status: 'disabled', disabledReason: 'failing' } as const;
    expect(step(failing(hour, 50, { alert: disabled, ...off }), now + hour)).toBe('reminded');
  });

  it('stays muted through all that happens, also when the problem goes and comes back', () => {
    expect(stateAfter(muted, now)).toBe('muted');
    expect(stateAfter({ ...muted, state: 'resolved', stage: 'recovered' }, now)).toBe('muted');
    expect(stateAfter(muted, now + hour)).toBe('open');
  });
});

it('an alert that somebody has taken on stays theirs while the problem grows', () => {
  expect(stateAfter({ ...alert, state: 'acknowledged' }, now)).toBe('acknowledged');
  expect(stateAfter({ ...alert, state: 'acknowledged', stage: 'recovered' }, now)).toBe('open');
});

/** Takes all steps that are due. */
function takeAll(
  watched: Watched,
  at: number,
): { readonly after: Watched; readonly taken: readonly Due['step'][] } {
  const due = dueStep(watched, at);
  if (due === null) return { after: watched, taken: [] };
  const stage = due.step as 'failing' | 'warned' | 'disabled';
  const off = stage === 'disabled' ? ({ status: 'disabled', disabledReason: 'failing' } as const) : {};
  const warnedAt = stage === 'warned' ? at : (watched.alert?.warnedAt ?? null);
  const { after, taken } = takeAll({ ...watched, ...off, alert: { ...alert, stage, warnedAt } }, at);
  return { after, taken: [due.step, ...taken] };
}

it('whatever a webhook is like, its steps come to an end, and people are warned long before it is disabled', () => {
  const anyWatched = fc.record({
    forMs: fc.integer({ min: 0, max: 12 * day }),
    failures: fc.integer({ min: 1, max: 60 }),
    after: fc.constantFrom(null, 1, 5, 50),
    disableAfter: fc.constantFrom(null, '1h', '1d', '5d'),
    looks: fc.array(fc.integer({ min: 0, max: 3 * day }), { maxLength: 8 }),
  });
  fc.assert(
    fc.property(anyWatched, ({ forMs, failures, after, disableAfter, looks }) => {
      const given = { ...settings, afterConsecutiveFailures: after, disableAfter };
      let watched = failing(forMs, failures, { settings: given });
      let at = now;
      const history: { step: Due['step']; at: number }[] = [];
      for (const passing of looks) {
        at += passing;
        const { after: next, taken } = takeAll(watched, at);
        watched = next;
        history.push(...taken.map((one) => ({ step: one, at })));
      }
      const names = history.map((one) => one.step);
      expect(new Set(names).size).toBe(names.length);
      const [warned, disabled] = (['warned', 'disabled'] as const).map((name) =>
        history.find((one) => one.step === name),
      );
      if (disabled) expect(disabled.at - (warned?.at ?? disabled.at)).toBeGreaterThanOrEqual(12 * minute);
    }),
  );
});
