import { Link, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export interface GoProps {
  /** An address of the product with its values filled in: `/sittings/0198…`, `/ledgers?month=2026-11`. */
  to: string;
  children: ReactNode;
  className?: string;
  'aria-label'?: string;
  'aria-current'?: 'page';
}

/** A link inside the product: no reload, middle click and "open in a new tab" work. */
export const Go = ({ to, ...rest }: GoProps) => {
  const [path = '/', search = ''] = to.split('?');
  return (
    <Link
      to={path as '/'}
      search={Object.fromEntries(new URLSearchParams(search)) as never}
      activeOptions={{ exact: true }}
      {...rest}
    />
  );
};

/** A function that goes to an address. `replace`: the back button skips where we were. */
export const useGo = (): ((to: string, options?: { replace?: boolean }) => void) => {
  const navigate = useNavigate();
  return (to, options = {}) => {
    const [path = '/', search = ''] = to.split('?');
    void navigate({
      to: path as '/',
      search: Object.fromEntries(new URLSearchParams(search)) as never,
      replace: options.replace ?? false,
    });
  };
};

/** A parameter of the page's path: `useParam('id')` under `/sittings/$id`. */
export const useParam = (name: string): string =>
  (useParams({ strict: false }) as Record<string, string | undefined>)[name] ?? '';

/** A value kept in the address (a month, a filter), so that reload and back keep it. Never personal data. */
export const useAddressValue = (name: string, otherwise = ''): [string, (value: string) => void] => {
  const navigate = useNavigate();
  const search = useRouterState({ select: ({ location }) => location.search as Record<string, string> });
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const change = (value: string) => {
    const next = { ...search, [name]: value };
    if (value === otherwise) delete next[name];
    void navigate({ to: path as '/', search: next as never, replace: true });
  };
  return [search[name] ?? otherwise, change];
};
