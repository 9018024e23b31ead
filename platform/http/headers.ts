import type { MiddlewareHandler } from 'hono';
import { common, Refusal } from '#platform/contract/problem.ts';

const changes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * A browser tells where a mutation comes from; from another site it is refused. Programs that send no
 * Origin carry no cookies of ours by accident and pass.
 */
export const checkOrigin = (request: Request, publicUrl: string | null): void => {
  if (!changes.has(request.method)) return;
  const origin = request.headers.get('origin');
  if (origin === null) return;
  const own = new Set([new URL(request.url).host, request.headers.get('host') ?? '']);
  if (publicUrl) own.add(new URL(publicUrl).host);
  if (origin === 'null' || !URL.canParse(origin) || !own.has(new URL(origin).host))
    throw new Refusal(common.foreignOrigin);
};

/** Scripts only from our own files; styles may stand in the page because Ant Design writes them there. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders =
  (publicUrl: string | null): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const set = (name: string, value: string) => c.res.headers.set(name, value);
    set('content-security-policy', policy);
    set('x-content-type-options', 'nosniff');
    set('referrer-policy', 'no-referrer');
    set('cross-origin-opener-policy', 'same-origin');
    set('cross-origin-resource-policy', 'same-origin');
    set('permissions-policy', 'camera=(self), microphone=(self), display-capture=(self), geolocation=()');
    if (publicUrl?.startsWith('https:')) set('strict-transport-security', 'max-age=31536000');
  };
