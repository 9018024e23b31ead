import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import {
  addVenueDocument,
  type ControlAct,
  chooseRecording,
  controlVenues,
  deleteRecording,
  listRecordings,
  listVenueDocuments,
  openRecording,
  playRecording,
  putDocumentPage,
  readDocumentPage,
  readVenues,
} from '#modules/venues/contract';
import { addressOf } from '#platform/contract/call.ts';
import { newId } from '#platform/database/id.ts';
import { whitePoint } from '#test/authorisation/venue-samples.ts';
import { type Client, type Office, startOffice } from '#test/office.ts';
import { plantSitting } from '#test/venues/sitting.ts';
import { createPartWriter } from './part-writer.ts';
import { beginRecording, endRecording, findRecording, recordingsOf } from './repository.ts';

let office: Office;
let id: string;
let desk: Client;
let branch: Client;

beforeAll(async () => {
  office = await startOffice();
  id = await plantSitting(office);
  desk = await office.as('hall_operator');
  branch = await office.as('committee_head');
});

const state = async (client = desk) => (await client.call(readVenues, { params: { id } })).state;
const act = async (what: ControlAct) =>
  desk.call(controlVenues, { params: { id }, body: { rev: (await state()).rev, act: what } });
const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

const unknown = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
/** A recorder's stream of two pieces: a head with one track, and a cluster in each. */
const pieces = [
  [
    ...[0x1a, 0x45, 0xdf, 0xa3, 0x80, 0x18, 0x53, 0x80, 0x67, ...unknown],
    ...[0x15, 0x49, 0xa9, 0x66, 0x80, 0x16, 0x54, 0xae, 0x6b, 0x88, 0xae, 0x86, 0xd7, 0x81, 1, 0x83, 0x81, 1],
    ...[
      0x1f,
      0x43,
      0xb6,
      0x75,
      ...unknown,
      0xe7,
      0x81,
      0,
      0xa3,
      0x94,
      0x81,
      0,
      100,
      0x80,
      ...Array(16).fill(7),
    ],
  ],
  [
    0x1f,
    0x43,
    0xb6,
    0x75,
    ...unknown,
    0xe7,
    0x82,
    0x0b,
    0xb8,
    0xa3,
    0x94,
    0x81,
    0,
    200,
    0x80,
    ...Array(16).fill(9),
  ],
].map((one) => Uint8Array.from(one));

/** Writes a recording as the recorder does. @returns its id */
const record = async (): Promise<string> => {
  const key = { subdistrict: office.ids.subdistrict, sitting: id };
  const at = new Date().toISOString();
  await office.platform.db.transaction(key, (tx) => beginRecording(tx, key, at));
  const rows = await office.platform.db.read(key, (tx) => recordingsOf(tx, key));
  const recording = rows.find(({ stoppedAt }) => stoppedAt === null)?.id ?? '';
  const writer = await createPartWriter(office.platform, key, recording, at);
  for (const piece of pieces) await writer.write(piece);
  await office.platform.db.transaction(key, (tx) => endRecording(tx, key, at));
  return recording;
};

test('who convenes says that the sitting may be recorded, and every screen is told; a venue may not', async () => {
  const clerk = await office.as('department_clerk');
  expect((await state()).mayRecord).toBe(false);
  await clerk.call(chooseRecording, { params: { id }, body: { allowed: true } });
  expect((await state(branch)).mayRecord).toBe(true);
  const body = { allowed: true };
  expect(await refused(branch.call(chooseRecording, { params: { id }, body }))).toBe('request.forbidden');
  const stranger = await office.as('department_clerk', { department: 'health' });
  expect(await refused(stranger.call(chooseRecording, { params: { id }, body }))).toBe('venues.notFound');
});

test('without a recorder nothing claims to be recorded, and the operator is told why', async () => {
  expect(await refused(act({ kind: 'record' }))).toBe('venues.noRecorder');
  expect((await state()).recordedSince).toBeNull();
  expect((await desk.call(readVenues, { params: { id } })).recorder).toBe('missing');
});

test('a recording is played against its audited opening only, whole or by ranges, and lies sealed', async () => {
  const recording = await record();
  const { viewing } = await desk.call(openRecording, { params: { id: recording } });
  const address = addressOf(playRecording, { params: { id: recording, part: 1 }, query: { viewing } });
  const whole = new Uint8Array(await (await desk.raw('GET', address)).arrayBuffer());
  expect(Buffer.from(whole).includes(Buffer.from(pieces[1] ?? []))).toBe(true);
  const range = await desk.raw('GET', address, { headers: { range: 'bytes=20-99' } });
  expect([range.status, range.headers.get('content-range')]).toEqual([206, `bytes 20-99/${whole.length}`]);
  expect(new Uint8Array(await range.arrayBuffer())).toEqual(whole.slice(20, 100));
  expect((await desk.raw('GET', address, { headers: { range: 'bytes=99999-' } })).status).toBe(416);
  const other = await office.as('main_leader');
  const mine = await (await other.raw('GET', address)).json();
  expect(mine).toMatchObject({ code: 'venues.viewingOver' });
  const folder = join(office.filesFolder, office.ids.subdistrict, 'recordings', recording, '1');
  for (const name of await readdir(folder))
    expect((await readFile(join(folder, name))).includes(Buffer.alloc(16, 7))).toBe(false);
  const opened = await office.platform.db.read({ subdistrict: office.ids.subdistrict }, (tx) =>
    tx.selectFrom('audit').select('action').where('subject', '=', recording).execute(),
  );
  expect(opened.map(({ action }) => action)).toContain('venues.recording-opened');
});

test('deleting needs a reason, takes the files, and who and why stay', async () => {
  const { recordings } = await desk.call(listRecordings, { params: { id } });
  const recording = recordings[0]?.id ?? '';
  const params = { id: recording };
  expect(recordings[0]?.parts[0]).toMatchObject({ part: 1, seconds: 3.2 });
  expect(await refused(desk.call(deleteRecording, { params, body: { reason: ' ' } }))).toBe(
    'request.invalid',
  );
  await desk.call(deleteRecording, { params, body: { reason: '试录' } });
  expect(await refused(desk.call(openRecording, { params }))).toBe('venues.recordingDeleted');
  const after = (await desk.call(listRecordings, { params: { id } })).recordings[0];
  expect(after?.deleted).toMatchObject({ reason: '试录' });
  const folder = join(office.filesFolder, office.ids.subdistrict, 'recordings', recording, '1');
  expect(await readdir(folder)).toEqual([]);
  const { subdistrict } = office.ids;
  const row = await office.platform.db.read({ subdistrict }, (tx) =>
    findRecording(tx, subdistrict, recording),
  );
  expect(row?.deletedBy).not.toBe('');
});

test('a document is shown once its pages are there; a venue gets its pages only while it is shown', async () => {
  const body = { title: '收集点方案', item: null, pages: 2 };
  const { id: document } = await desk.call(addVenueDocument, { params: { id }, body });
  const page = (one: number) => ({ id, document, page: one });
  const show = { kind: 'document', document, page: 1 } as const;
  await desk.call(putDocumentPage, { params: page(1), body: whitePoint });
  expect(await refused(act(show))).toBe('venues.noSuchPage');
  expect(await refused(desk.call(putDocumentPage, { params: page(2), body: Buffer.from('%PDF-1.7') }))).toBe(
    'venues.notAPicture',
  );
  await desk.call(putDocumentPage, { params: page(2), body: whitePoint });
  expect(await refused(branch.file(readDocumentPage, { params: page(2) }))).toBe('venues.noSuchPage');
  await act(show);
  const shown = await state(branch);
  expect([shown.layout, shown.document?.pages]).toEqual(['shared', 2]);
  expect((await branch.file(readDocumentPage, { params: page(2) })).type).toBe('image/png');
  expect(await refused(act({ ...show, page: 3 }))).toBe('venues.noSuchPage');
  expect(await refused(act({ ...show, document: newId() }))).toBe('venues.noSuchPage');
  await act({ kind: 'document', document: null, page: 1 });
  expect((await state()).layout).toBe('questioner');
  expect(await refused(branch.file(readDocumentPage, { params: page(1) }))).toBe('venues.noSuchPage');
  expect(await refused(branch.call(listVenueDocuments, { params: { id } }))).toBe('request.forbidden');
});
