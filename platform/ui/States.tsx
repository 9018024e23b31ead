import type { ReactNode } from 'react';
import { Button } from './Buttons.tsx';
import { useText } from './text.ts';

/** While an answer is on its way: quiet lines where it will stand. */
export const Loading = ({ lines = 3 }: { lines?: number }) => {
  const t = useText();
  return (
    <div className="qz-loading" role="status" aria-live="polite">
      <span className="qz-unseen">{t('ui.loading')}</span>
      {[1, 2, 3, 4, 5, 6].slice(0, lines).map((line) => (
        <span key={line} className="qz-line" aria-hidden="true" />
      ))}
    </div>
  );
};

export interface FailedProps {
  /** `error` of `useCall` or `useAction`; its words are ready to be read. */
  error: { message: string; errors?: readonly { path: string; message: string }[] };
  /** `refetch` of `useCall`. */
  retry?: () => unknown;
  /** What can be done instead. */
  children?: ReactNode;
}

/** What could not be had or was refused, each wrong place, and what to do. */
export const Failed = ({ error, retry, children }: FailedProps) => {
  const t = useText();
  return (
    <div className="qz-failed" role="alert">
      <p>{error.message || t('ui.failed')}</p>
      {error.errors && error.errors.length > 0 && (
        <ul>
          {error.errors.map((one) => (
            <li key={`${one.path} ${one.message}`}>{one.message}</li>
          ))}
        </ul>
      )}
      {(retry || children) && (
        <div className="qz-actions">
          {retry && <Button onClick={() => void retry()}>{t('ui.retry')}</Button>}
          {children}
        </div>
      )}
    </div>
  );
};

/** Nothing there: what it means, and what can be done, if anything. */
export const Empty = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className="qz-empty">
    <p>{children}</p>
    {action}
  </div>
);
