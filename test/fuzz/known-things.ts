import { Client as PgClient } from 'pg';
import { contracts } from '#app/contracts.ts';
import { addDays, instantAt, officeDay } from '#platform/calendar/calendar.ts';
import type { Office } from '../office.ts';

/** Table whose ids stand in addresses that begin like this; `{id}` of nothing known stays a guess. */
const tableOf: Readonly<Record<string, string>> = {
  '/committees': 'committee',
  '/cadres': 'cadre',
  '/residents': 'resident',
  '/records': 'record',
  '/meeting-requests': 'meeting_request',
  '/sittings': 'sitting',
  '/ledgers': 'ledger',
  '/accounts': 'auth.user',
};

/** Where else in a request something known is named. */
const places: Readonly<Record<string, string>> = {
  'path.record': 'record',
  'path.cadre': 'cadre',
  'path.activity': 'activity',
  'path.column': 'column',
  'query.resident': 'resident',
  'query.committee': 'committee',
  'query.department': 'department',
  'body.subject': 'resident',
  'body.activity': 'activity',
  'body.committee': 'committee',
  'body.committeeId': 'committee',
  'body.departmentId': 'department',
  'body.cadreId': 'cadre',
  'body.occurredOn': 'day',
  'body.revision': 'revision',
  'body.when.earliest': 'soon',
  'body.when.latest': 'later',
  'body.when.startsAt': 'moment',
  'body.startsAt': 'moment',
  'body.requests[*].id': 'meeting_request',
  'body.requests[*].revision': 'revision',
};

const today = officeDay();

const words: Readonly<Record<string, readonly (string | number)[]>> = {
  activity: ['home_visit'],
  column: ['times', 'people', 'phone', 'name'],
  day: ['2026-02-29', '0001-01-01', '9999-12-31', today, addDays(today, -1)],
  soon: [addDays(today, 3), addDays(today, 4)],
  later: [addDays(today, 8), addDays(today, 9)],
  moment: [instantAt(addDays(today, 5), '09:00'), instantAt(addDays(today, 6), '14:30')],
  revision: [1, 2],
};

const few = 12;

const idsIn = async (office: Office, spared: readonly string[]): Promise<Record<string, string[]>> => {
  const client = new PgClient({ connectionString: office.ownerUrl });
  await client.connect();
  const found: Record<string, string[]> = {};
  for (const table of [...Object.values(tableOf), 'department']) {
    const { rows } = await client.query<{ id: string }>(
      `select id::text from ${table.replace('.user', '."user"')} where id::text <> all($1) order by id limit ${few}`,
      [spared],
    );
    found[table] = rows.map(({ id }) => id);
  }
  await client.end();
  return found;
};

const nameOf = (table: string): string => table.replace('.', '-');

/** How often a known thing is named instead of a guess. */
const bound = (table: string): string => `{ dictionary = "${nameOf(table)}", probability = 0.7 }`;

/**
 * A schemathesis configuration under which requests mostly name what the office really holds: a guess
 * at an id only ever finds out how nothing is answered.
 * @param spared accounts that must stay as they are
 */
export const knownThings = async (office: Office, spared: readonly string[]): Promise<string> => {
  const values = { ...(await idsIn(office, spared)), ...words };
  const dictionaries = Object.entries(values).map(
    ([table, known]) => `[dictionaries.${nameOf(table)}]\nvalues = ${JSON.stringify(known)}`,
  );
  const operations = contracts.flatMap(({ id, path }) => {
    const table = tableOf[path.split('/{')[0] ?? ''];
    return table && path.includes('{id}')
      ? [`[[operations]]\ninclude-operation-id = "${id}"\nparameters = { "path.id" = ${bound(table)} }`]
      : [];
  });
  const parameters = Object.entries(places).map(([place, table]) => `"${place}" = ${bound(table)}`);
  return [...dictionaries, `[parameters]\n${parameters.join('\n')}`, ...operations].join('\n\n');
};
