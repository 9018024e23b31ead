import { commonWordsData } from './common-words-data.ts';

const ranks = new Map<string, number>();
for (const word of commonWordsData.split(' ')) ranks.set(word, ranks.size + 1);

/** The place of a word among the frequent ones, 1 for the most frequent; 0 for a word that is none of them. */
export const wordRank = (word: string): number => ranks.get(word) ?? 0;

/** The longest word in the list. */
export const longestWord = 4;
