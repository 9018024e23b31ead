/** A label without what is written around it: spaces, brackets with units, marks of numbering. */
export const bare = (label: string): string =>
  label
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[(（[【][^)）\]】]*[)）\]】]/g, '')
    .replace(/[*#:：、,，.。/／\\"“”'‘’\-—_]/g, '')
    .toLowerCase();

const made = new Map<string, readonly string[]>();
/** As many labels as all the forms of an office have. */
const most = 20_000;

const bigrams = (text: string): readonly string[] => {
  const known = made.get(text);
  if (known) return known;
  const letters = [...`^${text}$`];
  const pairs = letters.slice(0, -1).map((letter, at) => letter + (letters[at + 1] ?? ''));
  if (made.size >= most) made.clear();
  made.set(text, pairs);
  return pairs;
};

/** How alike two bare labels are, 0 to 1: shared pairs of neighbouring characters, ends counted (Dice). */
export const alike = (a: string, b: string): number => {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [left, right] = [bigrams(a), bigrams(b)];
  const shared = left.filter((pair) => right.includes(pair)).length;
  return (2 * shared) / (left.length + right.length);
};

/** One label standing whole in the other (老人姓名 and 姓名) says more than its share of characters. */
export const within = (a: string, b: string): number => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if ([...short].length < 2 || !long.includes(short)) return 0;
  // What a thing is stands at the end of a Chinese name.
  return (long.endsWith(short) ? 0.6 : 0.45) + 0.3 * ([...short].length / [...long].length);
};
