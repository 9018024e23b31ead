import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Office, startOffice } from '#test/office.ts';
import { password } from '#test/office-data.ts';
import { CommandRefusal, UsageRefusal } from './command.ts';
import { runUser, type UserTools } from './user.ts';

let office: Office;
let tools: UserTools;
let printed: string[] = [];

beforeAll(async () => {
  office = await startOffice();
  const { identity, organisation } = office.app.modules;
  tools = { platform: office.platform, identity, organisation, address: 'http://localhost:8080' };
});

beforeEach(() => {
  printed = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());

const qz = (line: string) => runUser(tools, line.split(' '));
const signIn = (username: string, given: string) =>
  office.anonymous.raw('POST', '/api/session', {
    body: JSON.stringify({ username, password: given }),
    headers: { 'content-type': 'application/json' },
  });

test('an account is added with a link that opens it', async () => {
  expect(
    await qz('add zhang.san --name 张三 --role committee_member --committee c02 --subdistrict qinghe街道'),
  ).toBe(0);
  const { link } = JSON.parse(printed.join('')) as { link: string };
  expect(link).toMatch(/^http:\/\/localhost:8080\/claim#/);
  const claimed = await office.anonymous.raw('POST', '/api/links/claim', {
    body: JSON.stringify({ token: link.split('#')[1], password: 'river-tea-42-house' }),
    headers: { 'content-type': 'application/json' },
  });
  expect(claimed.status).toBe(200);
  expect((await signIn('zhang.san', 'river-tea-42-house')).status).toBe(200);
});

test('a disabled user is out; a reset one needs the new link', async () => {
  const client = await office.as('department_clerk');
  await qz('disable department-clerk-civil');
  expect((await client.raw('GET', '/api/session')).status).toBe(401);
  await qz('reset department-head-civil');
  expect((await signIn('department-head-civil', password)).status).toBe(401);
});

test('what cannot be done says why', async () => {
  await expect(qz('disable nobody')).rejects.toThrow(CommandRefusal);
  await expect(
    qz('add x.y --name 某 --role committee_member --committee c99 --subdistrict qinghe街道'),
  ).rejects.toThrow(/c99/);
  await expect(qz('add auditor --name 某 --administrator --subdistrict qinghe街道')).rejects.toThrow(
    /用户名已有人用/,
  );
  await expect(qz('add x.z --name 某 --administrator')).rejects.toThrow(/--subdistrict/);
  await expect(qz('add')).rejects.toThrow(UsageRefusal);
  await expect(qz('rename a b')).rejects.toThrow(UsageRefusal);
});
