import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Go } from './go.tsx';
import { useText } from './text.ts';

type Kind = 'main' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type'> {
  /** `main`: the page's one green button. `plain`: outlined. `quiet`: only words. `danger`: cannot be undone. */
  kind?: Kind;
  type?: 'button' | 'submit';
  /** Under way: cannot be pressed again, and says so. */
  busy?: boolean;
  children: ReactNode;
}

export const Button = ({
  kind = 'plain',
  type = 'button',
  busy = false,
  children,
  className,
  ...rest
}: ButtonProps) => {
  const t = useText();
  return (
    <button
      {...rest}
      type={type}
      disabled={busy || rest.disabled}
      aria-busy={busy || undefined}
      className={`qz-button qz-${kind} ${className ?? ''}`}
    >
      {busy ? `${t('ui.busy')}…` : children}
    </button>
  );
};

/** The largest thing on a phone page, where the thumb is. */
export const BigButton = ({ className, ...rest }: ButtonProps) => (
  <Button kind="main" {...rest} className={`qz-big ${className ?? ''}`} />
);

export interface ButtonLinkProps {
  to: string;
  kind?: Kind;
  big?: boolean;
  children: ReactNode;
}

/** Looks like a button, is a link: it leads to a page and does nothing else. */
export const ButtonLink = ({ to, kind = 'plain', big = false, children }: ButtonLinkProps) => (
  <Go to={to} className={`qz-button qz-${kind} ${big ? 'qz-big' : ''}`}>
    {children}
  </Go>
);
