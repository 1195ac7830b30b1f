// Language, colours and times: how a person wants the console to look. On the sign-in page too.
import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconClockHour4, IconLanguage, IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../i18n/i18n.ts';
import { isLanguage, languages } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { setTimeStyle, timeStyles, useTimeStyle } from './times.ts';

const Chosen = () => {
  const { t } = useTranslation();
  return <IconCheck size={16} aria-label={t('common.chosen')} />;
};

export function LanguageMenu() {
  const { t } = useTranslation();
  const present = useLanguage();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('preferences.language')}>
          <IconLanguage size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(languages).map(([language, { name }]) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={language === present ? <Chosen /> : null}
            onClick={() => {
              if (isLanguage(language)) void changeLanguage(language);
            }}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const schemes = { auto: IconSunMoon, light: IconSun, dark: IconMoon } as const;

export function SchemeMenu() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Present = schemes[colorScheme];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('preferences.scheme')}>
          <Present size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(['auto', 'light', 'dark'] as const).map((scheme) => {
          const Icon = schemes[scheme];
          return (
            <Menu.Item
              key={scheme}
              leftSection={<Icon size={16} aria-hidden />}
              rightSection={scheme === colorScheme ? <Chosen /> : null}
              onClick={() => setColorScheme(scheme)}
            >
              {t(`preferences.schemes.${scheme}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

export function TimesMenuItems() {
  const { t } = useTranslation();
  const present = useTimeStyle();
  return (
    <>
      <Menu.Label>{t('preferences.times')}</Menu.Label>
      {timeStyles.map((style) => (
        <Menu.Item
          key={style}
          leftSection={<IconClockHour4 size={16} aria-hidden />}
          rightSection={style === present ? <Chosen /> : null}
          onClick={() => setTimeStyle(style)}
        >
          {t(`preferences.timeStyles.${style}`)}
        </Menu.Item>
      ))}
    </>
  );
}
