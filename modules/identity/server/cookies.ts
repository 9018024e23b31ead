import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Over HTTPS the browser itself guarantees what `__Host-` promises: set by this host, for this host, over
 * HTTPS. Plain HTTP (localhost only) cannot have it.
 */
export const cookiePrefix = (secure: boolean): string => (secure ? '__Host-qz' : 'qz');

const rawCookie = (request: Request, name: string): string | null => {
  const header = request.headers.get('cookie') ?? '';
  const part = header.split(';').find((one) => one.trimStart().startsWith(`${name}=`));
  return part === undefined ? null : part.trim().slice(name.length + 1);
};

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** Reads cookies that better-auth signed (`value.HMAC-SHA256`, base64, URL-encoded) without asking it. */
export const createCookies = (secret: string, secure: boolean) => {
  const nameOf = (kind: 'session_token' | 'two_factor' | 'passkey') => `${cookiePrefix(secure)}.${kind}`;
  return {
    nameOf,
    /** The value of a cookie whose signature is right; null for any other. */
    read: (request: Request, kind: Parameters<typeof nameOf>[0]): string | null => {
      const signed = decode(rawCookie(request, nameOf(kind)) ?? '') ?? '';
      const cut = signed.lastIndexOf('.');
      if (cut < 1) return null;
      const value = signed.slice(0, cut);
      const given = Buffer.from(signed.slice(cut + 1), 'base64');
      const wanted = createHmac('sha256', secret).update(value).digest();
      return given.length === wanted.length && timingSafeEqual(given, wanted) ? value : null;
    },
    /** The `cookie` header with only the named cookies in it, so that a call sees no more than it should. */
    only: (request: Request, ...kinds: Parameters<typeof nameOf>[0][]): string =>
      kinds
        .flatMap((kind) => {
          const value = rawCookie(request, nameOf(kind));
          return value === null ? [] : [`${nameOf(kind)}=${value}`];
        })
        .join('; '),
  };
};

export type Cookies = ReturnType<typeof createCookies>;
