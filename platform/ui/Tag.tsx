import type { ReactNode } from 'react';

/** `good`: green. `look`: amber, please look. `bad`: red, refused or broken. `plain`: grey. */
export const Tag = ({
  tone = 'plain',
  children,
}: {
  tone?: 'good' | 'look' | 'bad' | 'plain';
  children: ReactNode;
}) => <span className={`qz-tag qz-tag-${tone}`}>{children}</span>;

/** A line the reader should see before going on. `look` is amber, `bad` red, `good` green. */
export const Notice = ({
  tone = 'look',
  children,
}: {
  tone?: 'good' | 'look' | 'bad';
  children: ReactNode;
}) => (
  <div className={`qz-notice qz-notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
    {children}
  </div>
);
