import { createContext, type MouseEvent, type ReactNode, useContext } from 'react';
import { bringCode, goTo, usePath, useSearch } from './address.ts';

export interface GoProps {
  /** An address of the product with its values filled in: `/sittings/0198…`, `/ledgers?month=2026-11`. */
  to: string;
  children: ReactNode;
  className?: string;
  'aria-label'?: string;
  'aria-current'?: 'page';
}

/** A click that means "here"; with a key or another button the browser opens it elsewhere. */
const meansHere = (event: MouseEvent): boolean =>
  !event.defaultPrevented &&
  event.button === 0 &&
  !event.metaKey &&
  !event.ctrlKey &&
  !event.shiftKey &&
  !event.altKey;

/** A link inside the product: no reload, middle click and "open in a new tab" work. */
export const Go = ({ to, ...rest }: GoProps) => {
  const open = (event: MouseEvent) => {
    if (!meansHere(event)) return;
    event.preventDefault();
    void goTo(to);
  };
  const bring = () => void bringCode(to);
  return <a href={to} onClick={open} onPointerEnter={bring} onFocus={bring} {...rest} />;
};

/** A function that goes to an address. `replace`: the back button skips where we were. */
export const useGo = (): ((to: string, options?: { replace?: boolean }) => void) => go;
const go = (to: string, options: { replace?: boolean } = {}): void => void goTo(to, options);

/** Parameters of the address, by name; filled by the shell. */
export const ParamsContext = createContext<Readonly<Record<string, string>>>({});

/** A parameter of the page's path: `useParam('id')` under `/sittings/$id`. */
export const useParam = (name: string): string => useContext(ParamsContext)[name] ?? '';

/** A value kept in the address (a month, a filter), so that reload and back keep it. Never personal data. */
export const useAddressValue = (name: string, otherwise = ''): [string, (value: string) => void] => {
  const path = usePath();
  const search = useSearch();
  const change = (value: string) => {
    const next = new URLSearchParams(location.search);
    if (value === otherwise) next.delete(name);
    else next.set(name, value);
    go(next.size > 0 ? `${path}?${next}` : path, { replace: true });
  };
  return [new URLSearchParams(search).get(name) ?? otherwise, change];
};
