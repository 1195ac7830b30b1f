import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

interface Texts {
  readonly [key: string]: string | Texts;
}

/** All texts of a language but the server's refusals, which English has from the server. */
async function textsOf(language: string): Promise<Texts> {
  const names = globSync('*.ts', { cwd: join(import.meta.dirname, language) })
    .map((file) => file.replace('.ts', ''))
    .filter((name) => name !== 'errors' && name !== 'index');
  const texts = await Promise.all(
    names.map(async (name) => {
      const { default: part } = await import(`./${language}/${name}.ts`);
      return name === 'common' ? { common: part } : part;
    }),
  );
  return Object.assign({}, ...texts);
}

const english = await textsOf('en');
const hebrew = await textsOf('he');
const chinese = await textsOf('zh-CN');

const flat = (texts: Texts, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : flat(value, `${path}${key}.`),
  );
/** The plural forms differ between the languages. */
const plain = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

const translations = { he: hebrew, 'zh-CN': chinese } as const;

it.each(Object.entries(translations))(
  'says in %s everything that is said in English, and nothing else (N21)',
  (_, texts) => {
    const keys = (all: Texts) => [...new Set(flat(all).map(([key]) => plain(key)))].sort();
    expect(keys(texts)).toEqual(keys(english));
  },
);

it.each(Object.entries(translations))('has in %s a form for every number', (language, texts) => {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const all = new Set(flat(texts).map(([key]) => key));
  const counted = [
    ...new Set(
      flat(english)
        .map(([key]) => key)
        .filter((key) => key !== plain(key))
        .map(plain),
    ),
  ];
  expect(counted.length).toBeGreaterThan(5);
  for (const key of counted) for (const form of wanted) expect([...all], key).toContain(`${key}_${form}`);
});

it.each(Object.entries(translations))('puts into the texts of %s what the English ones take', (_, texts) => {
  const taken = new Map(flat(english).map(([key, text]) => [plain(key), places(text)]));
  for (const [key, text] of flat(texts)) {
    const wanted = taken.get(plain(key));
    // A form for one or two may leave the number out.
    if (wanted) expect(wanted, key).toEqual(expect.arrayContaining(places(text)));
  }
});
