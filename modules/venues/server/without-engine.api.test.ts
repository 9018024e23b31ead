import { expect, test } from 'vitest';
import { startOffice } from '#test/office.ts';
import { plantSitting } from '#test/venues/sitting.ts';
import { actAsBranch, issueBranchTicket, issueWallTicket, readVenues } from '../contract.ts';

test('without a media engine the screens say so, and hands still go up', async () => {
  const office = await startOffice();
  const id = await plantSitting(office);
  const branch = await office.as('committee_head');
  const operator = await office.as('hall_operator');
  expect(await operator.call(readVenues, { params: { id } })).toMatchObject({ video: false });
  const body = { device: crypto.randomUUID() };
  await expect(branch.call(issueBranchTicket, { params: { id }, body })).rejects.toMatchObject({
    status: 409,
    code: 'venues.noVideo',
  });
  await expect(operator.call(issueWallTicket, { params: { id } })).rejects.toMatchObject({ status: 409 });
  const state = await branch.call(actAsBranch, { params: { id }, body: { act: 'raise' } });
  expect(state.queue).toHaveLength(1);
});
