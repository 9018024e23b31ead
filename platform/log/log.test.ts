import { DatabaseError } from 'pg';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createLog } from './log.ts';

const idNo = '990000194203050024';
const phone = '10000136789';

const written = (write: (log: ReturnType<typeof createLog>) => void): string => {
  const lines: string[] = [];
  write(createLog('debug', { write: (line) => lines.push(line) }));
  return lines.join('');
};

test('a field nobody allowed is dropped', () => {
  const line = written((log) => log.info('event', { name: '王秀英', status: 200 }));
  expect(JSON.parse(line)).toMatchObject({ msg: 'event', status: 200 });
  expect(line).not.toContain('王秀英');
});

test('an error of the database says which table, never which values', () => {
  const error = new DatabaseError(`duplicate key: (id_no)=(${idNo})`, 1, 'error');
  Object.assign(error, { code: '23505', table: 'resident', detail: `Key (name)=(王秀英) ${phone}` });
  const line = written((log) => log.error('unforeseen', { error }));
  expect(JSON.parse(line)).toMatchObject({ code: '23505', table: 'resident' });
  for (const value of [idNo, phone, '王秀英']) expect(line).not.toContain(value);
});

test('what a schema refused is not repeated', () => {
  const { error } = z.object({ sex: z.literal(1) }).safeParse({ sex: '王秀英' });
  const line = written((log) => log.error('unforeseen', { error }));
  expect(line).not.toContain('王秀英');
});

test('long numbers in words of our own, and in what a field says, are masked', () => {
  const line = written((log) =>
    log.warn('event', {
      error: new Error(`no place for ${idNo}`),
      reason: `not ${phone}`,
      path: `/x/${idNo}`,
    }),
  );
  for (const value of [idNo, phone]) expect(line).not.toContain(value);
});

test('a thing thrown that is no error is not printed', () => {
  expect(written((log) => log.error('event', { error: phone }))).not.toContain(phone);
});
