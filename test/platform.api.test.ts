import { expect, test } from 'vitest';
import { startOffice } from './office.ts';

test('an address that does not exist, a method that is not allowed and a wrong id are problems, not pages', async () => {
  const office = await startOffice();
  const admin = await office.as('administrator');
  const absent = await admin.raw('GET', '/api/nowhere');
  expect(absent.status).toBe(404);
  expect(absent.headers.get('content-type')).toBe('application/problem+json');
  const method = await admin.raw('DELETE', '/api/committees');
  expect(method.status).toBe(405);
  expect(method.headers.get('allow')).toContain('GET');
});
