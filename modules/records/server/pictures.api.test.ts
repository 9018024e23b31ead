import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { officeDay } from '#platform/calendar/calendar.ts';
import { newId } from '#platform/database/id.ts';
import { type Client, type Office, startOffice } from '#test/office.ts';
import { addRecordPicture, enterRecord, listRecordPictures, showRecordPicture } from '../contract.ts';

let office: Office;
let li: Client;
let record: string;

const segment = (marker: number, text: string): number[] => {
  const body = [...Buffer.from(text)];
  return [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body];
};
const picture = (mark: string): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xd8, ...segment(0xe1, 'Exif GPS 31.27N'), ...segment(0xdb, mark)],
    ...[0xff, 0xda, 0, 2, 9, 0xff, 0xd9],
  ]);
const add = (bytes: Uint8Array, who = li) =>
  who.call(addRecordPicture, { params: { id: record }, body: bytes });
const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

beforeAll(async () => {
  office = await startOffice();
  li = await office.as('committee_member');
  const tenant = { subdistrict: office.ids.subdistrict };
  const person = {
    name: '王秀英',
    sex: '2',
    birth: '1942-03-05',
    building: '3',
    room: '502',
    attributes: {},
    sealed: {},
  };
  const [subject = ''] = await office.platform.db.transaction(tenant, (tx) =>
    office.app.modules.registers.plant(tx, tenant, office.ids.committees.c01 ?? '', [person]),
  );
  const values = { 'bp.sys': 130, 'bp.dia': 80 };
  const body = { clientId: newId(), activity: 'home_visit', subject, occurredOn: officeDay(), values };
  record = (await li.call(enterRecord, { body })).record.id;
});

test('a picture is kept without where it was taken, sealed, and once', async () => {
  const [one] = await add(picture('a'));
  expect(await add(picture('a'))).toHaveLength(1);
  const shown = await li.file(showRecordPicture, { params: { id: record, picture: one?.id ?? '' } });
  const bytes = Buffer.from(await shown.arrayBuffer());
  expect(bytes.includes('GPS')).toBe(false);
  expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  const kept = filesIn(office.filesFolder).map((path) => readFileSync(path));
  expect(kept).toHaveLength(1);
  expect(kept[0]?.subarray(0, 2)).not.toEqual(Buffer.from([0xff, 0xd8]));
});

test('what is no picture is refused, a seventh too, and another committee has nothing to see', async () => {
  await expect(add(Buffer.from('<script>'))).rejects.toMatchObject({ code: 'records.noPicture' });
  for (const mark of ['b', 'c', 'd', 'e', 'f']) await add(picture(mark));
  await expect(add(picture('g'))).rejects.toMatchObject({ code: 'records.pictureTooMany' });
  const neighbour = await office.as('committee_member', { committee: 'c02' });
  const list = neighbour.call(listRecordPictures, { params: { id: record } });
  await expect(list).rejects.toMatchObject({ code: 'records.noRecord' });
});
