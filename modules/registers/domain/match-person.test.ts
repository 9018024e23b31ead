import { describe, expect, test } from 'vitest';
import { type Candidate, matchPerson, type PersonSaid } from './match-person.ts';

const wang: PersonSaid = { name: '王秀英', birth: '1942-03-05', building: '3', room: '502', address: '' };
const known = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  ...wang,
  id,
  idNo: 'unknown',
  ...more,
});

describe('who a row of a form means', () => {
  test('an ID number settles it, unless the name beside it is another', () => {
    expect(matchPerson(wang, [known('a'), known('b', { idNo: 'same', birth: '1950-01-01' })])).toEqual({
      sure: 'b',
    });
    expect(matchPerson(wang, [known('b', { idNo: 'same', name: '李建国' })])).toEqual({
      maybe: ['b'],
      why: 'differs',
    });
  });

  test('without one: name, birth and address, of which one may be missing and none may differ', () => {
    expect(matchPerson(wang, [known('a')])).toEqual({ sure: 'a' });
    expect(matchPerson({ ...wang, birth: null }, [known('a')])).toEqual({ sure: 'a' });
    expect(matchPerson({ ...wang, building: '', room: '', address: '和安路3号502室' }, [known('a')])).toEqual(
      { sure: 'a' },
    );
    expect(matchPerson({ ...wang, room: '601' }, [known('a')])).toEqual({ maybe: ['a'], why: 'differs' });
    expect(matchPerson({ ...wang, birth: '1943-03-05' }, [known('a')])).toEqual({ none: true });
    expect(matchPerson(wang, [known('a', { idNo: 'other' })])).toEqual({ none: true });
  });

  test('two who fit, or a name alone, are asked about', () => {
    expect(matchPerson(wang, [known('a'), known('b')])).toEqual({ maybe: ['a', 'b'], why: 'several' });
    const nameOnly = { ...wang, birth: null, building: '', room: '' };
    expect(matchPerson(nameOnly, [known('a')])).toEqual({ maybe: ['a'], why: 'nameOnly' });
    expect(matchPerson(wang, [known('a'), known('b', { room: '101' })])).toEqual({ sure: 'a' });
  });
});
