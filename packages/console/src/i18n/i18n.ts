// Texts in the chosen language: what every page needs when the language is wanted, the rest with the pages that need it. All
// languages have the same keys (held by a test).
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type accounts from './en/accounts.ts';
import type alerts from './en/alerts.ts';
import type catalogue from './en/catalogue.ts';
import type copying from './en/copying.ts';
import type event from './en/event.ts';
import type form from './en/form.ts';
import type further from './en/further.ts';
import type health from './en/health.ts';
import type history from './en/history.ts';
import type inboxes from './en/inboxes.ts';
import type english from './en/index.ts';
import type organization from './en/organization.ts';
import type overview from './en/overview.ts';
import type palette from './en/palette.ts';
import type replays from './en/replays.ts';
import type setup from './en/setup.ts';
import type tests from './en/tests.ts';
import type types from './en/types.ts';
import { type Language, languages, preferredLanguage, rememberLanguage } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'console';
    nsSeparator: false;
    resources: {
      console: typeof english &
        typeof accounts &
        typeof alerts &
        typeof catalogue &
        typeof copying &
        typeof event &
        typeof form &
        typeof further &
        typeof health &
        typeof history &
        typeof inboxes &
        typeof organization &
        typeof overview &
        typeof palette &
        typeof replays &
        typeof setup &
        typeof tests &
        typeof types;
    };
  }
}

const loaders: Readonly<Record<Language, () => Promise<{ default: object }>>> = {
  en: () => import('./en/index.ts'),
  he: () => import('./he/index.ts'),
  'zh-CN': () => import('./zh-CN/index.ts'),
};

/** Texts that come with the pages that need them. */
const partLoaders = {
  accounts: {
    en: () => import('./en/accounts.ts'),
    he: () => import('./he/accounts.ts'),
    'zh-CN': () => import('./zh-CN/accounts.ts'),
  },
  alerts: {
    en: () => import('./en/alerts.ts'),
    he: () => import('./he/alerts.ts'),
    'zh-CN': () => import('./zh-CN/alerts.ts'),
  },
  catalogue: {
    en: () => import('./en/catalogue.ts'),
    he: () => import('./he/catalogue.ts'),
    'zh-CN': () => import('./zh-CN/catalogue.ts'),
  },
  copying: {
    en: () => import('./en/copying.ts'),
    he: () => import('./he/copying.ts'),
    'zh-CN': () => import('./zh-CN/copying.ts'),
  },
  event: {
    en: () => import('./en/event.ts'),
    he: () => import('./he/event.ts'),
    'zh-CN': () => import('./zh-CN/event.ts'),
  },
  form: {
    en: () => import('./en/form.ts'),
    he: () => import('./he/form.ts'),
    'zh-CN': () => import('./zh-CN/form.ts'),
  },
  further: {
    en: () => import('./en/further.ts'),
    he: () => import('./he/further.ts'),
    'zh-CN': () => import('./zh-CN/further.ts'),
  },
  health: {
    en: () => import('./en/health.ts'),
    he: () => import('./he/health.ts'),
    'zh-CN': () => import('./zh-CN/health.ts'),
  },
  errors: {
    en: async () => ({ default: {} }),
    he: () => import('./he/errors.ts'),
    'zh-CN': () => import('./zh-CN/errors.ts'),
  },
  history: {
    en: () => import('./en/history.ts'),
    he: () => import('./he/history.ts'),
    'zh-CN': () => import('./zh-CN/history.ts'),
  },
  inboxes: {
    en: () => import('./en/inboxes.ts'),
    he: () => import('./he/inboxes.ts'),
    'zh-CN': () => import('./zh-CN/inboxes.ts'),
  },
  organization: {
    en: () => import('./en/organization.ts'),
    he: () => import('./he/organization.ts'),
    'zh-CN': () => import('./zh-CN/organization.ts'),
  },
  overview: {
    en: () => import('./en/overview.ts'),
    he: () => import('./he/overview.ts'),
    'zh-CN': () => import('./zh-CN/overview.ts'),
  },
  palette: {
    en: () => import('./en/palette.ts'),
    he: () => import('./he/palette.ts'),
    'zh-CN': () => import('./zh-CN/palette.ts'),
  },
  replays: {
    en: () => import('./en/replays.ts'),
    he: () => import('./he/replays.ts'),
    'zh-CN': () => import('./zh-CN/replays.ts'),
  },
  setup: {
    en: () => import('./en/setup.ts'),
    he: () => import('./he/setup.ts'),
    'zh-CN': () => import('./zh-CN/setup.ts'),
  },
  tests: {
    en: () => import('./en/tests.ts'),
    he: () => import('./he/tests.ts'),
    'zh-CN': () => import('./zh-CN/tests.ts'),
  },
  types: {
    en: () => import('./en/types.ts'),
    he: () => import('./he/types.ts'),
    'zh-CN': () => import('./zh-CN/types.ts'),
  },
} as const satisfies Readonly<Record<string, Record<Language, () => Promise<{ default: object }>>>>;

export type TextPart = keyof typeof partLoaders;

/** What pages have asked for so far: another language has to bring it too. */
const needed = new Set<TextPart>();

async function loadPart(language: Language, part: TextPart): Promise<void> {
  const { default: texts } = await partLoaders[part][language]();
  i18next.addResourceBundle(language, 'console', texts, true);
}

/** A page together with the texts that only it and its like need. */
export async function withTexts<T>(parts: readonly TextPart[], page: () => Promise<T>): Promise<T> {
  const language = i18next.language as Language;
  for (const part of parts) needed.add(part);
  const [module] = await Promise.all([page(), ...parts.map((part) => loadPart(language, part))]);
  return module;
}

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
    react: { bindI18nStore: 'added' },
    // A page that forgot its texts says so where developers look, and fails its test.
    parseMissingKeyHandler: (key) => {
      // biome-ignore lint/suspicious/noConsole: nobody else would notice
      console.error(`There is no text for ${key}.`);
      return key;
    },
  });
  await load(language);
  await i18next.changeLanguage(language);
  describeDocument(language);
  // Not waited for: until it is there refusals are said in the server's own words.
  needed.add('errors');
  void loadPart(language, 'errors').catch(() => needed.delete('errors'));
}

export async function changeLanguage(language: Language): Promise<void> {
  await Promise.all([load(language), ...[...needed].map((part) => loadPart(language, part))]);
  rememberLanguage(language);
  await i18next.changeLanguage(language);
  describeDocument(language);
}

function describeDocument(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = languages[language].direction;
}
