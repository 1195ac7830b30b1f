// Texts in the chosen language. A language is loaded when it is wanted; all of them have the same keys (held by a test).
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type english from './en/index.ts';
import { type Language, languages, preferredLanguage, rememberLanguage } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'console';
    nsSeparator: false;
    resources: { console: typeof english };
  }
}

const loaders: Readonly<Record<Language, () => Promise<{ default: object }>>> = {
  en: () => import('./en/index.ts'),
  he: () => import('./he/index.ts'),
  'zh-CN': () => import('./zh-CN/index.ts'),
};

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'console')) return;
  const { default: texts } = await loaders[language]();
  i18next.addResourceBundle(language, 'console', texts);
}

export async function startI18n(): Promise<void> {
  const language = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: 'console',
    defaultNS: 'console',
    resources: {},
    interpolation: { escapeValue: false },
    nsSeparator: false,
  });
  await load(language);
  await i18next.changeLanguage(language);
  describeDocument(language);
}

export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  rememberLanguage(language);
  await i18next.changeLanguage(language);
  describeDocument(language);
}

function describeDocument(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].direction;
}
