import { type App, createApp } from '#app/server.ts';
import type { Platform } from '#platform/server/dependencies.ts';

/** The whole product in this process, without the network and without video. */
export const openApp = (platform: Platform): App =>
  createApp(platform, {
    publicUrl: null,
    secure: false,
    demo: true,
    media: null,
    mediaThroughOrigin: true,
    recorderPage: null,
    recordingDays: 30,
    trustProxy: false,
    mayWrite: () => true,
    metricsFor: 'loopback',
    fontDirs: [],
  });

/** A `fetch` into the app as somebody with this cookie: every check of a request, no socket. */
const fetchInto = ({ http }: App, cookie: string): typeof fetch => {
  const send = async (input: unknown, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    if (cookie) headers.set('cookie', cookie);
    const request = new Request(new URL(String(input), 'http://bench.test'), { ...init, headers });
    return http.fetch(request, { incoming: { socket: { remoteAddress: '127.0.0.1' } } });
  };
  return send as typeof fetch;
};

/** Signs somebody in; what is sent by the answer is theirs. */
export const signInTo = async (app: App, username: string, password: string): Promise<typeof fetch> => {
  const response = await fetchInto(app, '')('/api/session', {
    method: 'POST',
    body: JSON.stringify({ username, password }),
    headers: { 'content-type': 'application/json' },
  });
  if (!response.ok) throw new Error(`sign-in of ${username}: ${response.status}`);
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  return fetchInto(app, cookies.join('; '));
};
