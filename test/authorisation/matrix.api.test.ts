import { beforeAll, describe, expect, test } from 'vitest';
import { contracts } from '#app/contracts.ts';
import { addressOf } from '#platform/contract/call.ts';
import { isRawBody, type Route } from '#platform/contract/route.ts';
import { type Role, roles } from '../../modules/identity/domain/permissions.ts';
import { type Client, type Office, startOffice } from '../office.ts';
import { type Asked, askFor } from './ask-for.ts';
import { matrix } from './matrix.ts';
import { neverDone } from './never-done.ts';
import { plantSamples, type Samples, type Side, type Things } from './samples.ts';
import { untouchable } from './untouched.ts';

interface Answer {
  readonly status: number;
  readonly code: string;
  /** Empty for a stream. */
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
    body: text,
  };
};

const isDenied = ({ status }: Answer): boolean => [401, 403, 404].includes(status);
const isSame = (one: Answer, two: Answer): boolean => one.status === two.status && one.body === two.body;

/** Ends the session it is called with: it gets one of its own. */
const endsSession = new Set(['signOut', 'changePassword']);
/** Here only ids that are nobody's are named: one's own account has no such thing. */
const absentIsFine = new Set(['endSession', 'removePasskey']);
/** Here the party-government office's account sits in no department, and then has nobody to ask for. */
const lacksDepartment = (role: Role, { code }: Answer): boolean =>
  role === 'party_government' && code === 'meetings.noDepartment';

let office: Office;
let samples: Samples;
let before: Awaited<ReturnType<typeof untouchable>>;

const lookAtUntouchable = () => untouchable(office.ownerUrl, office.otherIds.subdistrict, samples);

beforeAll(async () => {
  office = await startOffice();
  samples = await plantSamples(office);
  before = await lookAtUntouchable();
});

const rows = Object.keys(matrix);
const routeOf = new Map(contracts.map((route) => [route.id, route]));
const idOf = (row: string): string => row.split('?')[0] ?? '';

const sides: Readonly<Partial<Record<Role, Side>>> = { self_governance: 'self', party_building: 'party' };
const ownOf = (role: Role): Things => samples.own[sides[role] ?? 'committee'];

const asked = (row: string, things: Things, own: Things): Asked => askFor[row]?.(things, own) ?? {};

test('every operation has a row, and every row an operation', () => {
  expect(rows.filter((row) => !row.includes('?')).toSorted()).toEqual([...routeOf.keys()].toSorted());
  expect(rows.filter((row) => !routeOf.has(idOf(row)))).toEqual([]);
});

test('every row that names something says how to ask for it', () => {
  const naming = rows.filter((row) => row.includes('?') || routeOf.get(row)?.params);
  expect(naming.filter((row) => !askFor[row])).toEqual([]);
  expect(Object.keys(askFor).filter((row) => !matrix[row])).toEqual([]);
});

test('without signing in only what is public answers', async () => {
  const wrong: string[] = [];
  for (const row of rows) {
    const route = routeOf.get(idOf(row)) as Route;
    const { status, code } = await ask(
      office.anonymous,
      route,
      asked(row, samples.own.committee, samples.own.committee),
    );
    const mustSignIn = matrix[row]?.kind !== 'public';
    if ((code === 'request.signedOut') !== mustSignIn || status >= 500)
      wrong.push(`${row}: ${status} ${code}`);
  }
  expect(wrong).toEqual([]);
});

/** Ids that no answer to this role may hold. */
const hiddenFrom = (role: Role): string[] => {
  const { other, foreign } = samples;
  const own = ownOf(role);
  const inCommittee = role.startsWith('committee_');
  const mayKnow = (row: string, scope: 'own' | 'other') => {
    const rule = matrix[row];
    return rule?.kind === 'scoped' && rule[scope].includes(role);
  };
  return [
    ...Object.values(foreign),
    ...(inCommittee ? [other.resident, other.record, other.sitting] : []),
    // What happened to a thing is the auditor's to read, by its id; never the thing.
    ...(role === 'auditor' || inCommittee || mayKnow('showMeetingRequest', 'other')
      ? []
      : [other.request, other.ready]),
    ...(role === 'auditor' || mayKnow('getResident', 'own') ? [] : [own.resident, other.resident]),
  ];
};

/** What those who may were answered, by row. */
const granted = new Map<string, Set<string>>();
const note = (row: string, { status, code }: Answer): void => {
  granted.set(row, (granted.get(row) ?? new Set()).add(status < 400 ? 'done' : code));
};

/** What is wrong with one answer; empty when it is as reviewed. */
const judge = (row: string, role: Role, may: boolean, answer: Answer, absent: Answer | null): string => {
  if (answer.status >= 500) return 'broke';
  if (lacksDepartment(role, answer)) return '';
  const named = matrix[row]?.kind === 'named';
  if (may) {
    note(row, answer);
    if (isDenied(answer) && !absentIsFine.has(row)) return 'may';
    return named && absent && isSame(answer, absent) && answer.body !== '' ? 'may, yet looks absent' : '';
  }
  if (absent && !isSame(answer, absent))
    return `may not, yet absent looks otherwise: ${absent.status} ${absent.code}`;
  return isDenied(answer) || named ? '' : 'may not';
};

const scopes = ['own', 'other', 'foreign'] as const;

/** Asks for each cell of one row as one role. */
const judgeRow = async (row: string, role: Role, hidden: readonly string[]): Promise<string[]> => {
  const rule = matrix[row];
  const route = routeOf.get(idOf(row));
  if (!rule || !route || rule.kind === 'public') return [];
  const own = ownOf(role);
  const client = endsSession.has(row) ? await office.fresh(role) : await office.as(role);
  const say = (scope: string, answer: Answer, fault: string): string[] => {
    const told = answer.status < 400 && hidden.some((id) => answer.body.includes(id));
    const faults = [fault, told ? 'shows what it must not' : ''].filter(Boolean);
    return faults.map((one) => `${row} × ${role} × ${scope}: ${answer.status} ${answer.code}: ${one}`);
  };
  if (rule.kind === 'role') {
    const answer = await ask(client, route, asked(row, own, own));
    return say('own', answer, judge(row, role, rule.roles.includes(role), answer, null));
  }
  const absent = await ask(client, route, asked(row, samples.absent, own));
  const found: string[] = [];
  for (const scope of scopes) {
    const answer = await ask(client, route, asked(row, scope === 'own' ? own : samples[scope], own));
    const may = scope !== 'foreign' && rule[scope].includes(role);
    found.push(...say(scope, answer, judge(row, role, may, answer, absent)));
  }
  return found;
};

describe.each(roles)('%s', (role) => {
  test('may exactly what the matrix says', async () => {
    const hidden = hiddenFrom(role);
    const wrong: string[] = [];
    for (const row of rows) wrong.push(...(await judgeRow(row, role, hidden)));
    expect(wrong).toEqual([]);
  });
});

test('what somebody may do was done, or refused for a reason reviewed in never-done.ts', () => {
  const refused = [...granted].filter(([, answers]) => !answers.has('done'));
  const byRow = (lists: (readonly [string, Iterable<string>])[]) =>
    Object.fromEntries(lists.map(([row, codes]) => [row, [...codes].toSorted()]));
  expect(byRow(refused)).toEqual(byRow(Object.entries(neverDone)));
});

test('all that was asked of others changed nothing of theirs', async () => {
  expect(Object.values(before).filter(({ rows: count }) => count > 0).length).toBeGreaterThan(12);
  expect(before['other people’s sessions']?.rows).toBe(5);
  expect(await lookAtUntouchable()).toEqual(before);
});
