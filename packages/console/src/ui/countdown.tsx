// The time that is left until something happens by itself, ticking.
import { useEffect, useState } from 'react';
import { useFormat } from '../i18n/use-format.ts';
import { now } from '../lib/now.ts';

const everyMs = 1_000;

interface CountdownProps {
  /** As the API writes it. */
  readonly to: string;
  /** Called once, when nothing is left. */
  readonly onEnd: () => void;
}

export function Countdown({ to, onEnd }: CountdownProps) {
  const format = useFormat();
  const [present, setPresent] = useState(now);
  const left = Math.max(0, Date.parse(to) - present);
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) return onEnd();
    const timer = setInterval(() => setPresent(now()), everyMs);
    return () => clearInterval(timer);
  }, [isOver, onEnd]);
  return (
    <bdi role="timer" style={{ fontVariantNumeric: 'tabular-nums' }}>
      {format.left(left)}
    </bdi>
  );
}
