import { beforeAll, describe, expect, test } from 'vitest';
import { contracts } from '#app/contracts.ts';
import { addressOf } from '#platform/contract/call.ts';
import { isRawBody, type Route } from '#platform/contract/route.ts';
import { type Role, roles } from '../../modules/identity/domain/permissions.ts';
import { type Client, type Office, startOffice } from '../office.ts';
import { matrix } from './matrix.ts';
import { type Asked, askFor, plantSamples, type Scope } from './samples.ts';

interface Answer {
  readonly status: number;
  readonly code: string;
  readonly body: string;
}

/** Sends what the contract describes, past the client's own checks; a stream is let go at once. */
const ask = async (client: Client, route: Route, { params, query, body }: Asked): Promise<Answer> => {
  const path = addressOf(route, { params, query } as never);
  const raw = route.body && isRawBody(route.body) ? route.body.rawBody[0] : undefined;
  const response = await client.raw(route.method.toUpperCase(), path, {
    ...(route.body ? { body: raw ? 'nothing' : JSON.stringify(body ?? {}) } : {}),
    headers: route.body ? { 'content-type': raw ?? 'application/json' } : {},
  });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return { status: response.status, code: '', body: '' };
  }
  const text = await response.text();
  const problem = response.headers.get('content-type') === 'application/problem+json';
  return {
    status: response.status,
    code: problem ? (JSON.parse(text) as { code: string }).code : '',
    body: problem ? text : '',
  };
};

/** Refused because of who asks; a 403 or 401 with a code of its own is about something else. */
const isDenied = ({ status, code }: Answer): boolean =>
  status === 404 || code === 'request.forbidden' || code === 'request.signedOut';

/** Ends the session it is called with: it gets one of its own. */
const endsSession = new Set(['signOut', 'changePassword']);
/** Ids that are nobody's: one's own account has no such thing, which is not a refusal of the person. */
const absentIsFine = new Set(['endSession', 'removePasskey']);

let office: Office;
let samples: Awaited<ReturnType<typeof plantSamples>>;

beforeAll(async () => {
  office = await startOffice();
  samples = await plantSamples(office);
});

const asked = (route: Route, scope: Scope): Asked => askFor[route.id]?.(samples[scope]) ?? {};

/** One's own ledger without such a row, one's own sitting without such a cadre. */
const partlyAbsent = (route: Route): Asked => {
  const { record, cadre } = samples.absent;
  return askFor[route.id]?.({ ...samples.own, record, cadre }) ?? {};
};

test('every operation has a row, and every row an operation', () => {
  expect(Object.keys(matrix).toSorted()).toEqual(contracts.map(({ id }) => id).toSorted());
});

test('every operation that names something says how to ask for it', () => {
  const silent = contracts.filter(({ id, params }) => params && !askFor[id]);
  expect(silent.map(({ id }) => id)).toEqual([]);
});

test('without signing in only what is public answers', async () => {
  for (const route of contracts) {
    const answer = await ask(office.anonymous, route, asked(route, 'own'));
    const isPublic = matrix[route.id]?.kind === 'public';
    expect([route.id, answer.code === 'request.signedOut']).toEqual([route.id, !isPublic]);
    expect([route.id, answer.status < 500]).toEqual([route.id, true]);
  }
});

/** What is wrong with one cell of the matrix; empty when it is as reviewed. */
const judge = (
  route: Route,
  role: Role,
  scope: Scope,
  allowed: boolean,
  answer: Answer,
  absent: readonly Answer[],
): string[] => {
  const cell = `${route.id} × ${role} × ${scope}: ${answer.status} ${answer.code}`;
  if (answer.status >= 500) return [`${cell} broke`];
  if (allowed) return isDenied(answer) && !absentIsFine.has(route.id) ? [`${cell}, may`] : [];
  if (answer.status < 400) return [`${cell}, may not`];
  if (absent.every(({ body }) => body !== answer.body))
    return [`${cell}, absent looks otherwise: ${absent.map(({ code }) => code)}`];
  return [];
};

describe.each(roles)('%s', (role) => {
  test('may exactly what the matrix says', async () => {
    const wrong: string[] = [];
    for (const route of contracts) {
      const row = matrix[route.id];
      if (!row || row.kind === 'public') continue;
      const client = endsSession.has(route.id) ? await office.fresh(role) : await office.as(role);
      const absent = [await ask(client, route, asked(route, 'absent'))];
      if (row.kind === 'scoped') absent.push(await ask(client, route, partlyAbsent(route)));
      if (row.kind === 'role') {
        const may = row.roles.includes(role);
        const answer =
          (endsSession.has(route.id) && absent[0]) || (await ask(client, route, asked(route, 'own')));
        wrong.push(...judge(route, role, 'own', may, answer, absent));
        continue;
      }
      for (const scope of ['own', 'other', 'foreign'] as const) {
        const may = scope !== 'foreign' && row[scope].includes(role);
        wrong.push(...judge(route, role, scope, may, await ask(client, route, asked(route, scope)), absent));
      }
    }
    expect(wrong).toEqual([]);
  });
});
