import { createRequire } from 'node:module';
import type { Room } from '@livekit/rtc-node';

interface Bindings {
  livekitInitialize: (hear: (event: Uint8Array) => void, captureLogs: boolean, version: string) => void;
}
interface FfiEvents {
  off: (name: 'ffi_event', listener: unknown) => void;
}

/**
 * Tells the native library, before its first room, to keep its log to itself. It hands every trace line to
 * JavaScript otherwise, and each of 34 rooms looks at each: a core and gigabytes within minutes.
 */
export const keepNativeLogQuiet = (): void => {
  const fromLibrary = createRequire(import.meta.resolve('@livekit/rtc-node'));
  const bindings = fromLibrary('@livekit/rtc-ffi-bindings') as Bindings;
  const initialize = bindings.livekitInitialize;
  bindings.livekitInitialize = (hear, _captureLogs, version) => initialize(hear, false, version);
};

/** Leaves a room for good. One the engine has closed goes on hearing every other room's events otherwise. */
export const leaveRoom = async (room: Room): Promise<void> => {
  await room.disconnect().catch(() => undefined);
  const { _ffiClientInstance: events } = globalThis as { _ffiClientInstance?: FfiEvents };
  events?.off('ffi_event', (room as unknown as { onFfiEvent: unknown }).onFfiEvent);
};
