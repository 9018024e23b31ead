import { writeCsv } from '#engines/sheets';

import type { CallError, Client, Office } from '#test/office.ts';
import { importResidents, previewResidentImport, searchResidents } from '../contract.ts';
import { checkCharacterOf } from '../domain/gb11643.ts';

/** An ID number of nobody: area 99 is no place's. */
export const idNoOf = (birth: string, order: string): string => {
  const body = `990000${birth.replaceAll('-', '')}${order}`;
  return body + checkCharacterOf(body);
};

export const csv = (header: readonly string[], ...rows: readonly string[][]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    writeCsv(
      [...header],
      rows.map((row) => [...row]),
    ),
  );

const people = ['姓名', '身份证号', '出生日期', '楼号', '室号', '联系电话', '居住情况', '慢性病'];

export const bringResidents = async (client: Client, ...rows: string[][]) => {
  const body = csv(people, ...rows);
  const { digest } = await client.call(previewResidentImport, { body });
  return client.call(importResidents, { body, query: { digest } });
};

/** The one person found by what is typed. */
export const idOf = async (client: Client, text: string): Promise<string> => {
  const found = await client.call(searchResidents, { body: { text } });
  if (found.length !== 1) throw new Error(`${text} finds ${found.length}`);
  return found[0]?.id ?? '';
};

export const refusal = (promise: Promise<unknown>): Promise<CallError> =>
  promise.then(
    () => Promise.reject(new Error('not refused')),
    (error: CallError) => error,
  );

/** What the audit says was done with one subject. */
export const auditOf = (office: Office, subject: string) =>
  office.platform.db.read({ subdistrict: office.ids.subdistrict }, (tx) =>
    tx
      .selectFrom('audit')
      .select(['action', 'facts'])
      .where('subject', '=', subject)
      .orderBy('seq')
      .execute(),
  );
