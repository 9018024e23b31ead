import { nameOf, type Sex } from './names.ts';
import type { Random } from './random.ts';

/** An invented resident. The ID number is well formed (GB 11643) in an area code nobody was ever given. */
export interface DemoResident {
  readonly name: string;
  readonly sex: Sex;
  /** YYYY-MM-DD */
  readonly birth: string;
  readonly idNo: string;
  readonly phone: string;
  readonly building: string;
  readonly room: string;
  readonly livesAlone: boolean;
  readonly hypertension: boolean;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/** Area 990000 belongs to no place, so that no invented number can be anybody's. */
const idNumber = (random: Random, birth: string, sex: Sex): string => {
  const order = random.between(1, 499) * 2 + (sex === '男' ? 1 : 0);
  const body = `990000${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0);
  return body + checks[sum % 11];
};

const birthOf = (random: Random, year: number): string => {
  const month = String(random.between(1, 12)).padStart(2, '0');
  return `${year}-${month}-${String(random.between(1, 28)).padStart(2, '0')}`;
};

/** Two in three are over 60: those whom committees visit. */
const yearOf = (random: Random, thisYear: number): number =>
  thisYear - (random.chance(0.66) ? random.between(60, 96) : random.between(18, 59));

/** `count` residents of one committee, a few in each house. */
export const residents = (random: Random, count: number, thisYear: number): DemoResident[] =>
  Array.from({ length: count }, (_, index) => {
    const year = yearOf(random, thisYear);
    const age = thisYear - year;
    const sex: Sex = random.chance(0.55) ? '女' : '男';
    const birth = birthOf(random, year);
    return {
      name: nameOf(random, sex, age),
      sex,
      birth,
      idNo: idNumber(random, birth, sex),
      // 100… is given to no mobile phone.
      phone: `100${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
      building: String(1 + (index % 8)),
      room: `${random.between(1, 6)}0${random.between(1, 4)}`,
      livesAlone: age >= 60 && random.chance(0.3),
      hypertension: age >= 55 && random.chance(0.45),
    };
  });
