import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, inject, test } from 'vitest';
import { createLog } from '#platform/log/log.ts';
import { atStop } from '#test/at-stop.ts';
import { startLive } from './live.ts';

/** A way to the database that can be away: then it takes each caller and drops it. */
const startWay = async (to: URL) => {
  const open = new Set<Socket>();
  let away = false;
  let tried = 0;
  const socketFolder = to.searchParams.get('host') ?? decodeURIComponent(to.hostname);
  const server = createServer((socket) => {
    tried += 1;
    socket.on('error', () => undefined);
    if (away) return void socket.destroy();
    const database = socketFolder.startsWith('/')
      ? connect(`${socketFolder}/.s.PGSQL.${to.port || 5432}`)
      : connect(Number(to.port || 5432), socketFolder);
    database.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    open.add(socket);
    socket.on('close', () => {
      open.delete(socket);
      database.destroy();
    });
    socket.pipe(database).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atStop(async () => void server.close());
  const url = new URL(to);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  url.searchParams.delete('host');
  return {
    url: url.href,
    open: () => open.size,
    tried: () => tried,
    goAway: () => {
      away = true;
      tried = 0;
      for (const socket of open) socket.destroy();
    },
    comeBack: () => {
      away = false;
    },
  };
};

const until = async (so: () => boolean): Promise<void> => {
  while (!so()) await new Promise((resolve) => setTimeout(resolve, 50));
};

test('a database that was away for long is listened to by one connection, and the listeners read afresh', async () => {
  const way = await startWay(new URL(inject('adminUrl')));
  const live = startLive(way.url, createLog('error'));
  atStop(live.stop);
  const heard: unknown[] = [];
  live.subscribe((event) => heard.push(event));
  await until(() => live.connected());
  way.goAway();
  await until(() => way.tried() >= 6);
  expect(live.connected()).toBe(false);
  way.comeBack();
  await until(() => live.connected());
  // Whatever else was under way would have come by now.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(way.open()).toBe(1);
  expect(heard).toEqual(['resync']);
});
