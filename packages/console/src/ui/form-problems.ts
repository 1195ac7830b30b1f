// Puts what the server found wrong at the fields of a form. Paths of the API and of forms are written alike but for indexes.
import type { ApiProblem, FieldProblem } from '../api/problem.ts';

export interface PlacedProblem extends FieldProblem {
  /** The field that it belongs to; null: none of this form. */
  readonly field: string | null;
}

/**
 * @param fields names of the form's fields; a problem inside one (`routing.departments[2]`) belongs to it
 * @param rename for places where form and API differ
 */
export function placeProblems(
  problem: ApiProblem,
  fields: readonly string[],
  rename: (path: string) => string = (path) => path,
): readonly PlacedProblem[] {
  return problem.fields.map((wrong) => ({ ...wrong, field: fieldOf(rename(wrong.path), fields) }));
}

function fieldOf(path: string, fields: readonly string[]): string | null {
  const plain = path.replace(/\[(\d+)\]/g, '.$1');
  let best: string | null = null;
  for (const field of fields) {
    const holds = plain === field || plain.startsWith(`${field}.`);
    if (holds && field.length > (best?.length ?? -1)) best = field;
  }
  return best;
}
