const stepMinutes = 5;
const officeOpens = 7;

const two = (n: number): string => String(n).padStart(2, '0');

/** Every five minutes of a day, `07:00` first and the night last, with a time that stands in between if there is one. */
export const clockTimes = (also = ''): readonly string[] => {
  const times = Array.from({ length: (24 * 60) / stepMinutes }, (_, at) => {
    const minutes = (at * stepMinutes + officeOpens * 60) % (24 * 60);
    return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  });
  return also === '' || times.includes(also) ? times : [also, ...times];
};

/** `14`, `140` and `1405` lead to 14:05, and `9` to 09:00. */
export const fitsClock = (typed: string, time: string): boolean => {
  const digits = typed.replace(/\D/g, '');
  const known = time.replace(':', '');
  return known.startsWith(digits) || (known.startsWith('0') && known.slice(1).startsWith(digits));
};
