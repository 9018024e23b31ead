import { createContext, useContext } from 'react';
import type { Language } from './pages.ts';

interface Named {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Who is signed in, as pages see it: the answer of identity's `getSession`. */
export interface Me {
  /** The account's id. */
  readonly account: string;
  readonly name: string;
  readonly username: string;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly subdistrict: Named;
  readonly committee: Named | null;
  readonly department: Named | null;
  /** The cadre this account belongs to. */
  readonly cadre: string | null;
  readonly language: Language;
  readonly elderMode: boolean;
  readonly secondFactor: boolean;
}

/** Filled by the shell once it knows. */
export const MeContext = createContext<Me | null>(null);

/** Who is signed in. Only pages that need signing in may ask. */
export const useMe = (): Me => {
  const me = useContext(MeContext);
  if (me === null) throw new Error('useMe outside a page that needs signing in');
  return me;
};

/** Whether I hold a permission: to leave out what would only be refused. */
export const useMay = (permission: string): boolean =>
  useContext(MeContext)?.permissions.includes(permission) ?? false;
