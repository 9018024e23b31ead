import type { OutboxDraft } from '../contract.ts';
import { type Sealed, sealedFor, sealInfo } from './outbox.ts';

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;
const utf8 = new TextEncoder();

const toBase64 = (bytes: ArrayBuffer | Uint8Array): string =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/**
 * Seals an entry for the account's public key with a key of its own that is thrown away at once: nothing on
 * the phone can open it again.
 */
export const seal = async (clientId: string, draft: OutboxDraft, publicKey: string): Promise<Sealed> => {
  const { subtle } = crypto;
  const theirs = await subtle.importKey('raw', fromBase64(publicKey), curve, false, []);
  const own = await subtle.generateKey(curve, false, ['deriveBits']);
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256);
  const base = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const key = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8.encode(sealInfo) },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = utf8.encode(sealedFor(clientId));
  const box = await subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    key,
    utf8.encode(JSON.stringify(draft)),
  );
  const ownKey = await subtle.exportKey('raw', own.publicKey);
  return { clientId, key: toBase64(ownKey), iv: toBase64(iv), box: toBase64(box) };
};
