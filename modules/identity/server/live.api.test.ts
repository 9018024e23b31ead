import { beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/database/id.ts';
import { type Client, type Office, startOffice } from '#test/office.ts';
import { password } from '#test/office-data.ts';
import { getSession, signOut } from '../contract.ts';
import { cookiesAfter, liveConnected, openStream, trySignIn } from '../test/support.ts';

let office: Office;
let head: Client;

beforeAll(async () => {
  office = await startOffice();
  head = await office.as('committee_head');
  await liveConnected(office);
});

const publish = (subdistrict: string, topic: string, data: unknown) =>
  office.platform.db.transaction({ subdistrict }, (tx) =>
    office.platform.live.publish(tx, subdistrict, topic, data),
  );
const statusOf = async (client: Client, topics: string) =>
  (await client.raw('GET', `/api/live?topics=${topics}`)).status;

test('one hears the topics asked for, of the own subdistrict only', async () => {
  const stream = await openStream(head, `office,committee:${office.ids.committees.c01}`);
  await publish(office.otherIds.subdistrict, 'office', 'neighbour');
  await publish(office.ids.subdistrict, `committee:${office.ids.committees.c02}`, 'second');
  await publish(office.ids.subdistrict, `committee:${office.ids.committees.c01}`, 'first');
  await stream.until('event: committee:');
  await expect(
    Promise.race([stream.until('neighbour'), stream.until('second'), Promise.reject(new Error('none'))]),
  ).rejects.toThrow('none');
  stream.close();
});

test("another committee's, department's or account's topics are refused", async () => {
  const { account } = await (await office.as('auditor')).call(getSession);
  for (const topic of [
    `committee:${office.ids.committees.c02}`,
    `department:${office.ids.departments.civil}`,
    `account:${account}`,
    `sitting:${newId()}`,
    'committee:',
    'everything',
    '',
  ])
    expect(await statusOf(head, `office,${topic}`)).toBe(topic === '' ? 200 : 403);
});

test('a topic of another module is decided by that module', async () => {
  const mine = newId();
  office.app.modules.identity.registerTopic('parcel', async (who: { account: string }, id: string) => {
    const { account } = await head.call(getSession);
    return who.account === account && id === mine;
  });
  expect(await statusOf(head, `parcel:${mine}`)).toBe(200);
  expect(await statusOf(head, `parcel:${newId()}`)).toBe(403);
  expect(await statusOf(await office.as('auditor'), `parcel:${mine}`)).toBe(403);
});

test('signing out ends the streams of that session, and not those of another', async () => {
  const signedIn = async (): Promise<Client> => {
    const cookie = cookiesAfter(await trySignIn(office, 'committee-head-c02', password));
    const raw: Client['raw'] = (method, path, init) =>
      office.anonymous.raw(method, path, { ...init, headers: { cookie } });
    return { ...office.anonymous, raw, cookie };
  };
  const [leaving, staying] = [await signedIn(), await signedIn()];
  const streams = [await openStream(leaving, 'office'), await openStream(staying, 'office')] as const;
  await leaving.raw(signOut.method.toUpperCase(), '/api/session');
  await streams[0].ended;
  await publish(office.ids.subdistrict, 'office', 'still here');
  await streams[1].until('still here');
  streams[1].close();
});
