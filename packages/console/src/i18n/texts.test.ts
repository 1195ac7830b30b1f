import { expect, it } from 'vitest';
import accountsEn from './en/accounts.ts';
import alertsEn from './en/alerts.ts';
import catalogueEn from './en/catalogue.ts';
import healthEn from './en/health.ts';
import baseEn from './en/index.ts';
import setupEn from './en/setup.ts';
import accountsHe from './he/accounts.ts';
import alertsHe from './he/alerts.ts';
import catalogueHe from './he/catalogue.ts';
import healthHe from './he/health.ts';
import baseHe from './he/index.ts';
import setupHe from './he/setup.ts';
import accountsZh from './zh-CN/accounts.ts';
import alertsZh from './zh-CN/alerts.ts';
import catalogueZh from './zh-CN/catalogue.ts';
import healthZh from './zh-CN/health.ts';
import baseZh from './zh-CN/index.ts';
import setupZh from './zh-CN/setup.ts';

const english = { ...baseEn, ...accountsEn, ...alertsEn, ...catalogueEn, ...healthEn, ...setupEn };
const hebrew = { ...baseHe, ...accountsHe, ...alertsHe, ...catalogueHe, ...healthHe, ...setupHe };
const chinese = { ...baseZh, ...accountsZh, ...alertsZh, ...catalogueZh, ...healthZh, ...setupZh };

interface Texts {
  readonly [key: string]: string | Texts;
}

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
