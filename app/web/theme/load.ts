import type { ComponentType, ReactNode } from 'react';

type Theme = ComponentType<{ children: ReactNode }>;
let theme: Theme | null = null;

/** Brings antd's theme once; pages marked `light` never wait for it. */
export const loadAntdTheme = async (): Promise<void> => {
  theme ??= (await import('./AntdTheme.tsx')).AntdTheme;
};

/** The theme, once it has come. */
export const antdTheme = (): Theme | null => theme;
