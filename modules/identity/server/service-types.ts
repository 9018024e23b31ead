import type { Actor } from '#platform/contract/actor.ts';
import type { Route } from '#platform/contract/route.ts';
import type { Db } from '#platform/database/database.ts';
import type { BoundRoute } from '#platform/http/bind.ts';
import type { Role } from '../domain/permissions.ts';
import type { Try } from './throttle.ts';

export interface IdentityOptions {
  /** The address browsers use, if it is known; names the host that passkeys belong to. */
  readonly publicUrl: string | null;
  /** True when browsers reach the product by HTTPS: `__Host-` cookies. */
  readonly secure: boolean;
  /** True for the demonstration subdistrict. */
  readonly demo: boolean;
}

/** One account of a bulk insert (demonstration, tests). */
export interface AccountSeed {
  /** Default: a new id. */
  readonly id?: string;
  readonly name: string;
  readonly username: string;
  readonly roles: readonly Role[];
  readonly committee?: string | null;
  readonly department?: string | null;
  readonly cadre?: string | null;
}

export interface NewAccount extends AccountSeed {
  readonly subdistrict: string;
}

/** An account as colleagues see it. */
export interface Member {
  readonly account: string;
  readonly name: string;
  /** What their posts add up to. */
  readonly permissions: ReadonlySet<string>;
  readonly committee: string | null;
  readonly department: string | null;
  readonly cadre: string | null;
}

/** A one-time link: shown once, kept as a hash. */
export interface OneTimeLink {
  readonly account: string;
  readonly link: string;
  readonly expiresAt: string;
}

/** May this person listen to `<prefix>:<id>`? */
export type TopicCheck = (who: Actor, id: string) => Promise<boolean>;

export interface IdentityService {
  /** Who a request's cookies stand for. One SQL query. */
  readonly authenticate: (request: Request) => Promise<Actor | null>;
  /** For the HTTP app: writes a refused attempt to the audit chain. */
  readonly recordDenial: (who: Actor, route: Route) => Promise<void>;
  /** Opens a new tenant and gives its id. */
  readonly openSubdistrict: (draft: { code: string; name: string; id?: string }) => Promise<string>;
  /** Ids of all tenants: for schedules, which run once for each. */
  readonly subdistricts: () => Promise<string[]>;
  /** Adds accounts that all have this password; hashed once. Demonstration and tests only. */
  readonly seedAccounts: (
    subdistrict: string,
    accounts: readonly AccountSeed[],
    password: string,
  ) => Promise<string[]>;
  /** Adds one account and gives a one-time link by which its owner sets the password. */
  readonly addAccountWithLink: (account: NewAccount) => Promise<OneTimeLink>;
  /** By user name, for the command line. @returns false when there is no such account */
  readonly disableByUsername: (username: string) => Promise<boolean>;
  /** By user name, for the command line. @returns null when there is no such account */
  readonly resetByUsername: (username: string) => Promise<OneTimeLink | null>;
  /** A one-time link for the first administrator, or null when there is an account already. */
  readonly firstAdministratorLink: () => Promise<string | null>;
  /** Another module says who may listen to its topics (`sitting`). */
  readonly registerTopic: (prefix: string, check: TopicCheck) => void;
  /**
   * Counts a try at something that can be guessed, from an address.
   * @throws {Refusal} tooManyTries
   */
  readonly limitTries: (what: string, address: string) => Promise<Try>;
  /** Names of accounts, for lists that hold account ids. */
  readonly accountNames: (tx: Db, accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Everybody of a subdistrict who can sign in, by name: for asking colleagues. */
  readonly members: (tx: Db, subdistrict: string) => Promise<Member[]>;
  /** Accounts of cadres, for invitations. */
  readonly accountsOfCadres: (tx: Db, cadres: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

export type Identity = IdentityService & {
  readonly routes: readonly BoundRoute[];
  readonly stop: () => Promise<void>;
};
