import { call } from '#platform/contract/call.ts';
import { addPasskey, signInByPasskey, startPasskey, startPasskeySignIn } from '../contract.ts';

/** The WebAuthn helper, brought when a passkey is asked for. */
const helper = () => import('@simplewebauthn/browser');

type Json = Record<string, unknown>;

/** Why a passkey did not come: the browser has none, or the person left it. */
export type PasskeyTrouble = 'unsupported' | 'left';

/** What the browser's own refusal means; other errors are the server's and have their own words. */
export const troubleOf = (error: unknown): PasskeyTrouble | null => {
  if (!(error instanceof Error)) return null;
  if (error.name === 'NotSupportedError' || error.message.includes('not supported')) return 'unsupported';
  return ['NotAllowedError', 'AbortError', 'InvalidStateError', 'SecurityError'].includes(error.name) ||
    error.constructor.name === 'WebAuthnError'
    ? 'left'
    : null;
};

export const enterByPasskey = async () => {
  const { startAuthentication } = await helper();
  const options = await call(startPasskeySignIn);
  const response = await startAuthentication({ optionsJSON: options as never });
  return call(signInByPasskey, { body: { response: response as unknown as Json } });
};

/** Registers this device; the password shows that it is the account's owner who asks. */
export const registerPasskey = async (password: string, name: string) => {
  const { startRegistration } = await helper();
  const options = await call(startPasskey, { body: { password } });
  const response = await startRegistration({ optionsJSON: options as never });
  return call(addPasskey, { body: { name, response: response as unknown as Json } });
};
