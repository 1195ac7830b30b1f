// Ids, addresses and names of types: in the letters of code, left to right in every language, cut in the middle of a line
// only where asked.
import { CopyIcon } from './copy.tsx';
import classes from './mono.module.css';

interface MonoProps {
  readonly children: string;
  /** With it comes a button that copies the text. */
  readonly copyLabel?: string;
  /** One line, its end cut off; else it breaks anywhere. */
  readonly truncated?: boolean;
}

export function Mono({ children, copyLabel, truncated = false }: MonoProps) {
  return (
    <span className={classes['whole']}>
      <bdi
        dir="ltr"
        className={truncated ? classes['truncated'] : classes['broken']}
        title={truncated ? children : undefined}
      >
        {children}
      </bdi>
      {copyLabel && <CopyIcon value={children} label={copyLabel} size="sm" />}
    </span>
  );
}
