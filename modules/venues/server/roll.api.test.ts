import { beforeAll, expect, test } from 'vitest';
import { showSitting } from '#modules/meetings/contract';
import { type Client, type Office, startOffice } from '#test/office.ts';
import { plantSitting } from '#test/venues/sitting.ts';
import {
  correctRoll,
  nameVenuePerson,
  openVenueSignIn,
  readOwnRoll,
  readRoll,
  reportHeadCount,
  signInAtVenue,
  unnameVenuePerson,
} from '../contract.ts';

let office: Office;
let operator: Client;
let branch: Client;

beforeAll(async () => {
  office = await startOffice();
  operator = await office.as('hall_operator');
  branch = await office.as('committee_head', { committee: 'c01' });
});

const committee = (code: string): string => office.ids.committees[code] ?? '';
const rollOf = async (id: string, code = 'c01') => {
  const all = await operator.call(readRoll, { params: { id } });
  const found = all.find(({ venue }) => venue.id === committee(code));
  if (!found) throw new Error('no such venue');
  return found;
};
const put = (
  id: string,
  name: string,
  standing: 'cadre' | 'owners' | 'property' | 'volunteer' = 'volunteer',
) => branch.call(nameVenuePerson, { params: { id }, body: { name, standing } });
const count = (id: string, people: number) =>
  branch.call(reportHeadCount, { params: { id }, body: { people } });

test('owners, managers and volunteers are named beside the cadres who are called', async () => {
  const id = await plantSitting(office);
  const { invited } = await branch.call(readOwnRoll, { params: { id } });
  const [secretary] = invited;
  expect(secretary).toMatchObject({ here: false });
  await put(id, '孙业委', 'owners');
  await branch.call(nameVenuePerson, {
    params: { id },
    body: { name: secretary?.name ?? '', standing: 'cadre', cadre: secretary?.cadre ?? null },
  });
  await count(id, 2);
  const roll = await rollOf(id);
  expect(roll.named.map(({ standing }) => standing)).toEqual(['owners', 'cadre']);
  expect(roll.invited).toMatchObject([{ here: true }]);
  // Nobody's device was there: that is said, and nothing else.
  expect(roll.mismatches).toEqual(['not-connected']);
});

test('a name stands once on a venue’s list, and can be taken off and put on again', async () => {
  const id = await plantSitting(office);
  await put(id, '李志愿');
  await expect(put(id, '李志愿')).rejects.toMatchObject({ code: 'venues.namedAlready' });
  const person = (await rollOf(id)).named[0]?.id ?? '';
  await branch.call(unnameVenuePerson, { params: { id, person } });
  expect((await rollOf(id)).named).toEqual([]);
  await put(id, '李志愿');
  expect((await rollOf(id)).history).toMatchObject([{ what: 'removed', name: '李志愿' }]);
});

test('a correction keeps what was said before, with who and why, and goes to the attendance', async () => {
  const id = await plantSitting(office);
  await count(id, 9);
  await operator.call(correctRoll, {
    params: { id, venue: committee('c01') },
    body: { what: 'count', people: 7, reason: '两位中途到别处' },
  });
  const roll = await rollOf(id);
  expect(roll.people).toBe(7);
  expect(roll.history).toMatchObject([
    { what: 'count', people: 9, reason: null },
    { what: 'count', people: 7, reason: '两位中途到别处' },
  ]);
  const self = await office.as('self_governance');
  const { attendance } = await self.call(showSitting, { params: { id } });
  expect(attendance).toMatchObject([{ committee: { id: committee('c01') }, headCount: 7 }]);
});

test('people sign in on their own phones by the code of their venue', async () => {
  const id = await plantSitting(office);
  const { code } = await branch.call(readOwnRoll, { params: { id } });
  expect((await branch.call(readOwnRoll, { params: { id } })).code).toBe(code);
  const place = await office.anonymous.call(openVenueSignIn, { body: { code: code ?? '' } });
  expect(place).toMatchObject({ title: '精神文明创建推介会' });
  const body = { code: code ?? '', name: '周物业', standing: 'property' as const };
  await office.anonymous.call(signInAtVenue, { body });
  await expect(office.anonymous.call(signInAtVenue, { body })).rejects.toMatchObject({ status: 409 });
  expect((await rollOf(id)).named).toMatchObject([{ name: '周物业', source: 'sign_in' }]);
  const wrong = { ...body, code: '00000 00000' };
  await expect(office.anonymous.call(signInAtVenue, { body: wrong })).rejects.toMatchObject({
    code: 'venues.signInCodeWrong',
  });
});

test('a branch keeps its own list and reads nobody else’s', async () => {
  const id = await plantSitting(office);
  const other = await office.as('committee_head', { committee: 'c02' });
  await put(id, '吴业委', 'owners');
  const person = (await rollOf(id)).named[0]?.id ?? '';
  await expect(other.call(unnameVenuePerson, { params: { id, person } })).rejects.toMatchObject({
    status: 404,
  });
  expect((await other.call(readOwnRoll, { params: { id } })).people).toEqual([]);
  await expect(other.call(readRoll, { params: { id } })).rejects.toMatchObject({ status: 403 });
});
