import { ConfigProvider, type ThemeConfig, theme } from 'antd';
import enGB from 'antd/es/locale/en_GB.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { type ReactNode, useSyncExternalStore } from 'react';
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
    colorPrimary: colourOf('green-ink'),
    colorPrimaryBg: colourOf('tint'),
    colorLink: colourOf('green-ink'),
    colorText: colourOf('ink'),
    colorTextSecondary: colourOf('grey'),
    colorTextDescription: colourOf('grey'),
    colorTextPlaceholder: colourOf('grey'),
    // Days of the month beside are drawn in it, and are to be read too.
    colorTextDisabled: colourOf('grey'),
    colorIcon: colourOf('grey'),
    colorBgLayout: colourOf('ground'),
    colorBgContainer: colourOf('card'),
    colorBgElevated: colourOf('card'),
    colorBorder: colourOf('edge'),
    colorBorderSecondary: colourOf('line'),
    colorSplit: colourOf('line'),
    controlItemBgActive: colourOf('tint'),
    controlItemBgActiveHover: colourOf('tint'),
    colorPrimaryBgHover: colourOf('tint'),
    controlItemBgHover: colourOf('line'),
    colorWarning: colourOf('amber'),
    colorError: colourOf('red'),
    colorErrorText: colourOf('red-ink'),
    colorSuccess: colourOf('green'),
    colorTextLightSolid: isDark ? colourOf('ground') : '#ffffff',
    fontFamily: 'inherit',
    fontSize: elder ? 24 : 16,
    fontSizeSM: elder ? 24 : 16,
    fontSizeLG: elder ? 26 : 18,
    lineHeight: 1.55,
    controlHeight: elder ? 60 : 44,
    controlHeightSM: elder ? 60 : 44,
    borderRadius: 10,
    boxShadow: 'none',
    boxShadowSecondary: `0 0 0 1px ${colourOf('line')}, 0 2px 12px rgb(31 42 46 / 12%)`,
    motion: false,
  },
  components: {
    // As the light table stands, so that nothing moves when this one comes.
    Table: {
      headerBg: colourOf('card'),
      headerColor: colourOf('grey'),
      headerSortActiveBg: colourOf('card'),
      headerSortHoverBg: colourOf('tint'),
      bodySortBg: colourOf('card'),
      rowHoverBg: colourOf('ground'),
      headerSplitColor: 'transparent',
      headerBorderRadius: 12,
      cellPaddingBlock: 10,
      cellPaddingInline: 14,
    },
    Pagination: { itemSize: elder ? 62 : 44 },
    DatePicker: { cellHeight: elder ? 60 : 32, cellWidth: elder ? 64 : 44 },
    Select: {
      optionSelectedColor: colourOf('green-ink'),
      optionActiveBg: colourOf('tint'),
      optionPadding: '10px 12px',
    },
    Modal: { titleFontSize: elder ? 26 : 18, titleColor: colourOf('ink') },
  },
});

/** antd works a theme out once for each object it is given. */
const themes = new Map<string, ThemeConfig>();
const themeFor = (isDark: boolean, elder: boolean): ThemeConfig => {
  const key = `${isDark} ${elder}`;
  const known = themes.get(key) ?? themeOf(isDark, elder);
  themes.set(key, known);
  return known;
};

/** The buttons of the calendar's head are named by what stands on them, not by "choose a year". */
const named = (locale: typeof zhCN): typeof zhCN =>
  locale.DatePicker
    ? {
        ...locale,
        DatePicker: {
          ...locale.DatePicker,
          lang: { ...locale.DatePicker.lang, yearSelect: '', monthSelect: '' },
        },
      }
    : locale;
const locales = { zh: named(zhCN), en: named(enGB) };

/** What opens over the page stays in its landmark, and in the dialog it belongs to. */
const around = (trigger?: HTMLElement): HTMLElement =>
  trigger?.closest<HTMLElement>('dialog, [role="dialog"], main') ?? document.body;

export const OfficeTheme = ({ children }: { children: ReactNode }) => {
  const isDark = useSyncExternalStore(watchDark, () => dark.matches);
  const elder = useElderMode();
  const language = useLanguage();
  return (
    <ConfigProvider
      theme={themeFor(isDark, elder)}
      locale={locales[language]}
      getPopupContainer={around}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
};
