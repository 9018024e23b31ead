import { expect, test } from 'vitest';
import { CallError } from '#platform/contract/call.ts';
import { createWayIn } from './way-in.ts';

const ticket = (token: string) => ({ url: '/media', token, identity: 'x', expiresAt: '' });

const wayIn = (...answers: (string | Error)[]) =>
  createWayIn(async () => {
    const answer = answers.shift();
    if (typeof answer !== 'string') throw answer;
    return ticket(answer);
  });

test('each attempt gets a fresh ticket', async () => {
  const next = wayIn('a', 'b');
  expect([(await next()).token, (await next()).token]).toEqual(['a', 'b']);
});

test('a server that cannot be reached, or is broken, does not keep a screen out of the room', async () => {
  const next = wayIn('a', new CallError(0, {}), new CallError(500, {}), 'b');
  const got = [await next(), await next(), await next(), await next()];
  expect(got.map(({ token }) => token)).toEqual(['a', 'a', 'a', 'b']);
});

test('who was refused has no way in any more, and who never had one waits for it', async () => {
  const next = wayIn(new CallError(0, {}), 'a', new CallError(409, {}), new CallError(0, {}));
  await expect(next()).rejects.toMatchObject({ status: 0 });
  expect((await next()).token).toBe('a');
  await expect(next()).rejects.toMatchObject({ status: 409 });
  await expect(next()).rejects.toMatchObject({ status: 0 });
});
