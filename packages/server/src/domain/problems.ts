// What is wrong with an input, place by place: one refusal names them all, and its code and path are the first one's.
import { type ErrorCode, type ErrorDetails, errorRegistry, Refusal } from './errors.ts';

export interface Problem {
  readonly code: Extract<
    ErrorCode,
    | 'unknown_field'
    | 'missing_field'
    | 'invalid_field'
    | 'unknown_event_type'
    | 'unknown_platform'
    | 'unknown_dialect'
    | 'unknown_directory_name'
    | 'url_refused'
    | 'credentials_required'
  >;
  /** Where, from the root of the body: `routing.requestFrom[0]`, `[3].type`. */
  readonly path: string;
  /** Filled into the code's message. */
  readonly details?: ErrorDetails;
}

/** More than this helps nobody. */
export const problemsShownMax = 20;
const pathCharactersMax = 200;

/** The path may have been made of names that a sender chose. */
const shortened = (path: string) =>
  path.length > pathCharactersMax ? `${path.slice(0, pathCharactersMax).toWellFormed()}…` : path;

/** @param extra further details of the refusal, for example the indexes of wrong events */
export function refuse(problems: readonly Problem[], extra: ErrorDetails = {}): Refusal {
  const [first] = problems;
  if (!first) throw new Error('A refusal needs a problem.');
  const shown = problems.slice(0, problemsShownMax).map(({ code, path, details }) => {
    const { message } = new Refusal(code, { path: shortened(path), ...details });
    return { code, path: shortened(path), ...details, message, remedy: errorRegistry[code].remedy };
  });
  return new Refusal(first.code, {
    path: shortened(first.path),
    ...first.details,
    ...extra,
    problems: shown,
  });
}

export function invalid(path: string, reason: string): Problem {
  return { code: 'invalid_field', path, details: { reason } };
}
