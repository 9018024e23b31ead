import { affairsFacts } from './booleans/affairs.ts';
import { careFacts } from './booleans/care.ts';
import { commonFacts } from './booleans/common.ts';
import { dogsFacts } from './booleans/dogs.ts';
import { tenancyFacts } from './booleans/tenancy.ts';
import { aid } from './choices/aid.ts';
import { caring } from './choices/caring.ts';
import { disputes } from './choices/disputes.ts';
import { facts } from './choices/facts.ts';
import { hazards } from './choices/hazards.ts';
import { measuring } from './choices/measuring.ts';
import { meetings } from './choices/meetings.ts';
import { outcomes } from './choices/outcomes.ts';
import { repairs } from './choices/repairs.ts';
import { screening } from './choices/screening.ts';
import { visiting } from './choices/visiting.ts';
import { volunteering } from './choices/volunteering.ts';
import { attendanceCues } from './cues/attendance.ts';
import { countsCues } from './cues/counts.ts';
import { daysCues } from './cues/days.ts';
import { moneyCues } from './cues/money.ts';
import { peopleCues } from './cues/people.ts';
import { readingsCues } from './cues/readings.ts';
import { textsCues } from './cues/texts.ts';

/** Every thing a choice may be about. */
export const choices = [
  ...measuring,
  ...visiting,
  ...caring,
  ...hazards,
  ...repairs,
  ...disputes,
  ...outcomes,
  ...aid,
  ...volunteering,
  ...meetings,
  ...screening,
  ...facts,
];

/** Every thing that is so or not; the first that fits a field is its. */
export const booleans = [...careFacts, ...affairsFacts, ...tenancyFacts, ...dogsFacts, ...commonFacts];

/** What stands beside numbers, dates, people and free texts. */
export const cues = [
  ...readingsCues,
  ...moneyCues,
  ...countsCues,
  ...attendanceCues,
  ...daysCues,
  ...peopleCues,
  ...textsCues,
];
