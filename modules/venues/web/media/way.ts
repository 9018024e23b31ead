export type Way = 'udp' | 'tcp' | 'relay';

/** The way media really take, as the connection's own statistics tell. */
export const wayOf = (stats: RTCStatsReport): Way | null => {
  const all = [...stats.values()];
  const transport = all.find(({ type }) => type === 'transport');
  const pair = all.find(
    ({ id, type }) => type === 'candidate-pair' && id === transport?.selectedCandidatePairId,
  );
  const local = all.find(({ id }) => id === pair?.localCandidateId);
  if (!local) return null;
  if (local.candidateType === 'relay') return 'relay';
  return local.protocol === 'tcp' ? 'tcp' : 'udp';
};
