// Whether something on the page was typed and not saved: asked before the page is taken away from whoever typed it.

const checks = new Set<() => boolean>();

/** @returns forgets the check again */
export function watchUnsaved(check: () => boolean): () => void {
  checks.add(check);
  return () => void checks.delete(check);
}

export const hasUnsaved = (): boolean => [...checks].some((check) => check());
