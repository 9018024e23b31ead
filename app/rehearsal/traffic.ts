import type { Room } from '@livekit/rtc-node';

/** What one venue's line has carried since it came in. */
export interface Traffic {
  readonly connected: boolean;
  /** Of pictures it watches. */
  readonly framesDecoded: number;
  readonly packetsReceived: number;
  readonly packetsLost: number;
  /** Media bytes sent to the engine, all layers. */
  readonly bytesSent: number;
}

export const noTraffic: Traffic = {
  connected: false,
  framesDecoded: 0,
  packetsReceived: 0,
  packetsLost: 0,
  bytesSent: 0,
};

/** Reads the WebRTC statistics of a room's two connections. */
export const trafficOf = async (room: Room | null): Promise<Traffic> => {
  if (!room?.isConnected) return noTraffic;
  const { publisherStats, subscriberStats } = await room.getRtcStats();
  const traffic = { ...noTraffic, connected: true };
  // Where one connection carries both ways, its figures stand under the publisher.
  for (const { stats } of [...subscriberStats, ...publisherStats]) {
    if (stats.case === 'outboundRtp') traffic.bytesSent += Number(stats.value.sent?.bytesSent ?? 0);
    if (stats.case !== 'inboundRtp') continue;
    traffic.framesDecoded += stats.value.inbound?.framesDecoded ?? 0;
    traffic.packetsReceived += Number(stats.value.received?.packetsReceived ?? 0);
    traffic.packetsLost += Number(stats.value.received?.packetsLost ?? 0);
  }
  return traffic;
};
