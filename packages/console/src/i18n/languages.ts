// The languages of the console, and which one a person gets.
import { readStored, writeStored } from '../lib/stored.ts';

export const languages = {
  en: { name: 'English', direction: 'ltr' },
  he: { name: 'עברית', direction: 'rtl' },
  'zh-CN': { name: '简体中文', direction: 'ltr' },
} as const;

export type Language = keyof typeof languages;

export const isLanguage = (text: string): text is Language => Object.hasOwn(languages, text);

/** The one that was chosen, else the first of the browser's that there is, else English. */
export function preferredLanguage(): Language {
  const stored = readStored('signpost.language');
  if (stored !== null && isLanguage(stored)) return stored;
  for (const wanted of navigator.languages) {
    if (/^(he|iw)\b/i.test(wanted)) return 'he';
    if (/^zh\b/i.test(wanted)) return 'zh-CN';
    if (/^en\b/i.test(wanted)) return 'en';
  }
  return 'en';
}

export function rememberLanguage(language: Language): void {
  writeStored('signpost.language', language);
}

/** For Intl: the browser's own variant of the language, so that dates look as they do elsewhere. */
export function formatLocale(language: Language): string {
  const [prefix = 'en'] = language.split('-');
  return navigator.languages.find((wanted) => wanted.toLowerCase().startsWith(prefix)) ?? language;
}
