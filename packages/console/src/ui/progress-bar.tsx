// How far something is, in parts of one bar. What is left is its ground.
import classes from './progress-bar.module.css';

interface Part {
  readonly tone: 'good' | 'bad' | 'calm' | 'idle';
  /** From 0 to 1. */
  readonly share: number;
}

interface ProgressBarProps {
  readonly label: string;
  /** In words: "12 of 40". */
  readonly value: string;
  readonly parts: readonly Part[];
}

export function ProgressBar({ label, value, parts }: ProgressBarProps) {
  const whole = parts.reduce((sum, { share }) => sum + share, 0);
  return (
    <div
      role="progressbar"
      className={classes['bar']}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(Math.min(1, whole) * 100)}
      aria-valuetext={value}
    >
      {parts.map(({ tone, share }) => (
        <div
          key={tone}
          className={classes['part']}
          data-tone={tone}
          style={{ width: `${Math.min(1, share) * 100}%` }}
        />
      ))}
    </div>
  );
}
