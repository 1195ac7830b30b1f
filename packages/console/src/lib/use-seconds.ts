// The present by the second, for what somebody waits for.
import { useEffect, useState } from 'react';
import { now } from './now.ts';

export function useSeconds(): number {
  const [present, setPresent] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setPresent(now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return present;
}
