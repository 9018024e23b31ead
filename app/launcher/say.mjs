/** Words for a person go to standard error: standard output belongs to the data of `qz`. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** A step failed and nothing sensible can follow. The message says what to do. */
export class CannotGoOn extends Error {}

/**
 * Shows a step that may take long, with the seconds it has taken: on a terminal in one line, else a line every
 * 10 s, so that nobody thinks it hangs and no log fills up.
 *
 * @param {string} label
 * @returns {{ done(): void, failed(): void }}
 */
export const showStep = (label) => {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const terminal = process.stderr.isTTY === true;
  const tell = (end) =>
    process.stderr.write(
      terminal ? `\r\x1b[K${label} … ${seconds()} s${end}` : `${label} … ${seconds()} s\n`,
    );
  if (terminal) tell('');
  else say(`${label} …`);
  const timer = setInterval(() => tell(''), terminal ? 1_000 : 10_000);
  const end = (mark) => {
    clearInterval(timer);
    tell(`${terminal ? ` ${mark}\n` : ''}`);
  };
  return { done: () => end('✓'), failed: () => end('✗') };
};
