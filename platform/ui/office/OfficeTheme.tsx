import { ConfigProvider, type ThemeConfig, theme } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { colourOf } from '../look.ts';
import { useElderMode } from '../preferences.ts';
import { useLanguage } from '../text.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const watchDark = (listener: () => void) => {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
};

/** antd drawn from the same CSS variables as everything else. */
const themeOf = (isDark: boolean, elder: boolean): ThemeConfig => ({
  algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: {
    colorPrimary: colourOf('green'),
    colorLink: colourOf('green-ink'),
    colorText: colourOf('ink'),
    colorTextSecondary: colourOf('grey'),
    colorTextDescription: colourOf('grey'),
    colorTextPlaceholder: colourOf('grey'),
    colorBgLayout: colourOf('ground'),
    colorBgContainer: colourOf('card'),
    colorBorder: colourOf('edge'),
    colorBorderSecondary: colourOf('line'),
    colorWarning: colourOf('amber'),
    colorError: colourOf('red'),
    colorErrorText: colourOf('red-ink'),
    colorSuccess: colourOf('green'),
    fontFamily: 'inherit',
    fontSize: elder ? 24 : 16,
    controlHeight: elder ? 60 : 44,
    borderRadius: 10,
    boxShadow: 'none',
    boxShadowSecondary: '0 2px 12px rgb(31 42 46 / 12%)',
    motion: false,
  },
});

export const OfficeTheme = ({ children }: { children: ReactNode }) => {
  const isDark = useSyncExternalStore(watchDark, () => dark.matches);
  const elder = useElderMode();
  const language = useLanguage();
  const config = useMemo(() => themeOf(isDark, elder), [isDark, elder]);
  return (
    <ConfigProvider
      theme={config}
      locale={language === 'zh' ? zhCN : enGB}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
};
