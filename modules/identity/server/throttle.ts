import { sql } from 'kysely';
import { Refusal } from '#platform/contract/problem.ts';
import type { Db } from '#platform/database/database.ts';
import { newId } from '#platform/database/id.ts';
import type { Platform } from '#platform/server/dependencies.ts';
import { addressBlock, mayTry, type Tries, windowMinutes } from '../domain/throttle-rules.ts';
import { problems } from '../problems.ts';

/** One try that counts as wrong until it turns out right. */
export interface Try {
  /** Not a wrong try after all: takes it back; `known` also remembers that the account comes from here. */
  readonly takeBack: (known?: 'known') => Promise<void>;
  /** How many wrong tries at the account there are, this one included. */
  readonly count: number;
}

const windowStart = sql`now() - make_interval(mins => ${sql.lit(windowMinutes)})`;

const triesNow = async (db: Db, account: Buffer, address: Buffer): Promise<Tries> => {
  const { rows } = await sql<Tries>`
    select (select count(*) from auth.attempt
             where account_key = ${account} and at > ${windowStart}) as "atAccount",
           (select count(distinct account_key) from auth.attempt
             where address_key = ${address} and at > ${windowStart}) as "accountsFromAddress",
           exists (select from auth.known_address
                    where account_key = ${account} and address_key = ${address}) as known`.execute(db);
  return rows[0] ?? { atAccount: 0, accountsFromAddress: 0, known: false };
};

/** Everybody who tries one account, then everybody from one address, goes one by one: fifty at once count as fifty. */
const goOneByOne = (tx: Db, account: Buffer, address: Buffer) =>
  sql`select pg_advisory_xact_lock(20, ${account.readInt32BE()}), pg_advisory_xact_lock(21, ${address.readInt32BE()})`.execute(
    tx,
  );

const refuse = (): never => {
  throw new Refusal(problems.tooManyTries, { minutes: windowMinutes });
};

/** Limits guessing. All of it is in the database: it holds for all processes together and over restarts. */
export const createThrottle = ({ db, secrets }: Platform) => ({
  /**
   * Counts a try at an account from an address before it is looked at.
   * @param account what is tried: a user name (whether it exists or not), or an account's second factor
   * @throws {Refusal} tooManyTries
   */
  begin: async (account: string, address: string): Promise<Try> => {
    const accountKey = secrets.fingerprint('attempt.account', account);
    const addressKey = secrets.fingerprint('attempt.address', addressBlock(address));
    // Without a lock first: a flood at a locked account must not queue for it.
    if (!mayTry(await triesNow(db.shared, accountKey, addressKey))) refuse();
    const id = newId();
    const count = await db.shared.transaction().execute(async (tx) => {
      await goOneByOne(tx, accountKey, addressKey);
      const tries = await triesNow(tx, accountKey, addressKey);
      if (!mayTry(tries)) refuse();
      await tx
        .insertInto('auth.attempt')
        .values({ id, account_key: accountKey, address_key: addressKey, at: sql`clock_timestamp()` })
        .execute();
      return tries.atAccount + 1;
    });
    const takeBack = async (known?: 'known') => {
      await db.shared.deleteFrom('auth.attempt').where('id', '=', id).execute();
      if (known) await remember(db.shared, accountKey, addressKey);
    };
    return { count, takeBack };
  },
});

const remember = (db: Db, account: Buffer, address: Buffer) =>
  db
    .insertInto('auth.known_address')
    .values({ account_key: account, address_key: address })
    .onConflict((conflict) =>
      conflict.columns(['account_key', 'address_key']).doUpdateSet({ last_at: sql`now()` }),
    )
    .execute();

export type Throttle = ReturnType<typeof createThrottle>;
