// What a directory entry must be beyond its shape, with a problem for each place that is not.
import { type Company, foldName } from './directory.ts';
import { limit } from './limits.ts';
import type { Problem } from './problems.ts';

export interface CompanyInput {
  readonly name: string;
  readonly fields?: Readonly<Record<string, string>>;
}

const fieldName = new RegExp(
  `^[A-Za-z_][A-Za-z0-9_.-]{0,${limit('company_field_name_characters_max') - 1}}$`,
);
const fieldNameReason = `is not the name of a field: a letter or "_", then letters, digits, "_", "." or "-", at most ${limit('company_field_name_characters_max')} in all`;

export function toCompanies(companies: readonly CompanyInput[]): readonly Company[] {
  return companies.map(({ name, fields = {} }) => ({ name: name.trim(), fields }));
}

export function companyProblems(companies: readonly CompanyInput[] = []): readonly Problem[] {
  return [
    ...repeated(companies.map(({ name }) => foldName(name))).map(({ at, first }) => ({
      code: 'invalid_field' as const,
      path: `companies[${at}].name`,
      details: { reason: `is the name of companies[${first}] too` },
    })),
    ...companies.flatMap(({ fields = {} }, at) =>
      Object.keys(fields)
        .filter((name) => !fieldName.test(name))
        .map((name) => ({
          code: 'invalid_field' as const,
          path: `companies[${at}].fields.${name}`,
          details: { reason: fieldNameReason },
        })),
    ),
  ];
}

/** @param known those of `webhooks` that the organization has */
export function couplingProblems(
  webhooks: readonly string[],
  known: ReadonlySet<string>,
): readonly Problem[] {
  const problem = (at: number, reason: string): Problem => ({
    code: 'invalid_field',
    path: `webhooks[${at}]`,
    details: { reason },
  });
  return [
    ...webhooks.flatMap((id, at) =>
      known.has(id) ? [] : [problem(at, 'is not the id of a webhook of this organization')],
    ),
    ...repeated(webhooks).map(({ at, first }) => problem(at, `is the same as webhooks[${first}]`)),
  ];
}

/** Where a text stands that stood before, and where it did. */
function repeated(texts: readonly string[]): readonly { readonly at: number; readonly first: number }[] {
  const firsts = new Map<string, number>();
  return texts.flatMap((text, at) => {
    const first = firsts.get(text);
    if (first !== undefined) return [{ at, first }];
    firsts.set(text, at);
    return [];
  });
}
