// What the API answers instead of a result, as one value: pages show it, forms put its parts at their fields.

/** One thing that is wrong, at its place in the request. */
export interface FieldProblem {
  readonly code: string;
  /** From the root of the body: `routing.requestFrom[0]`. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export class ApiProblem extends Error {
  readonly status: number;
  /** Of the server's registry, or `unreachable` when there was no answer at all. */
  readonly code: string;
  readonly remedy: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
  readonly fields: readonly FieldProblem[];

  constructor(status: number, form: ErrorForm) {
    super(form.message);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = form.code;
    this.details = form.details;
    this.remedy = textOf(form.details['remedy']);
    this.requestId = form.requestId;
    this.fields = fieldsOf(form);
  }
}

interface ErrorForm {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf({ code, message, details }: ErrorForm): readonly FieldProblem[] {
  const listed = details['problems'];
  if (Array.isArray(listed)) return listed.filter(isRecord).map(toField);
  return typeof details['path'] === 'string' ? [toField({ ...details, code, message })] : [];
}

function toField(problem: Readonly<Record<string, unknown>>): FieldProblem {
  return {
    code: textOf(problem['code']),
    path: textOf(problem['path']),
    message: textOf(problem['message']),
    remedy: textOf(problem['remedy']),
    details: problem,
  };
}

/** An answer without the error form comes from something between the browser and Signpost. */
export function toProblem(status: number, body: unknown, requestId: string | null): ApiProblem {
  const error = isRecord(body) ? body['error'] : null;
  if (!isRecord(error))
    return new ApiProblem(status, { code: 'unreadable', message: '', details: {}, requestId });
  return new ApiProblem(status, {
    code: textOf(error['code']),
    message: textOf(error['message']),
    details: isRecord(error['details']) ? error['details'] : {},
    requestId: textOf(error['requestId']) || requestId,
  });
}

export function unreachable(): ApiProblem {
  return new ApiProblem(0, { code: 'unreachable', message: '', details: {}, requestId: null });
}
