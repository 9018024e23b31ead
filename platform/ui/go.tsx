import { createContext, type ReactNode, useContext } from 'react';
import { Link, useLocation } from 'wouter';
import { useSearch } from 'wouter/use-browser-location';
import { bringCode } from './address.ts';

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
  const bring = () => void bringCode(to);
  return <Link to={to} onPointerEnter={bring} onFocus={bring} {...rest} />;
};

/** A function that goes to an address. `replace`: the back button skips where we were. */
export const useGo = (): ((to: string, options?: { replace?: boolean }) => void) => useLocation()[1];

/** Parameters of the address, by name; filled by the shell. */
export const ParamsContext = createContext<Readonly<Record<string, string>>>({});

/** A parameter of the page's path: `useParam('id')` under `/sittings/$id`. */
export const useParam = (name: string): string => useContext(ParamsContext)[name] ?? '';

/** A value kept in the address (a month, a filter), so that reload and back keep it. Never personal data. */
export const useAddressValue = (name: string, otherwise = ''): [string, (value: string) => void] => {
  const go = useGo();
  // As it stands in the address: wouter's own parameters are decoded twice.
  const search = useSearch();
  const change = (value: string) => {
    const next = new URLSearchParams(location.search);
    if (value === otherwise) next.delete(name);
    else next.set(name, value);
    go(next.size > 0 ? `${location.pathname}?${next}` : location.pathname, { replace: true });
  };
  return [new URLSearchParams(search).get(name) ?? otherwise, change];
};
