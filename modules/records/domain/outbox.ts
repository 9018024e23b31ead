/**
 * How an entry made without a network lies on the phone: sealed for the account's public key (ECDH on P-256,
 * HKDF-SHA-256, AES-256-GCM). Only the server has the private key, so that a lost phone tells nothing, not
 * even to somebody who takes its storage apart. All parts are base64.
 */
export interface Sealed {
  /** Plain: the same entry is stored once, however often it is sent. */
  readonly clientId: string;
  /** The sender's one-time public key. */
  readonly key: string;
  readonly iv: string;
  readonly box: string;
}

/** Bound into the seal, so that an entry cannot be passed off under another's id. */
export const sealedFor = (clientId: string): string => `qz-outbox-1:${clientId}`;
export const sealInfo = 'qz outbox entry';
