/**
 * Calls `stop` when the launcher that started us is gone. The launcher opens a channel to the program it
 * starts; the system closes it however the launcher ends, `kill -9` included. Without a launcher nothing is
 * watched.
 */
export const endWithParent = (stop: () => void): void => {
  if (!process.connected) return;
  process.once('disconnect', stop);
  // Listening must not keep a finished program alive.
  process.channel?.unref();
};
