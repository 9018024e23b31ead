import { expect, test } from 'vitest';
import { cameraOf, checkRoomOf, groupRoomOf, roomOf, sittingOfRoom, venueOfIdentity } from './identities.ts';

const committee = '019ab000-0000-7000-8000-000000000001';

test('a camera leads back to its venue, a wall to none', () => {
  expect(venueOfIdentity(cameraOf(committee))).toBe(committee);
  expect(venueOfIdentity(cameraOf('hall'))).toBe('hall');
  expect(venueOfIdentity('wall:1')).toBeNull();
  expect(venueOfIdentity(`venue:${committee}:cam:2`)).toBeNull();
});

test('a room leads back to its subdistrict and sitting, a foreign room to none', () => {
  expect(sittingOfRoom(roomOf('s', 't'))).toEqual({ subdistrict: 's', sitting: 't', group: null });
  expect(sittingOfRoom(groupRoomOf('s', 't', 'g1'))).toEqual({ subdistrict: 's', sitting: 't', group: 'g1' });
  expect(sittingOfRoom('sitting.s.t.g1')).toBeNull();
  expect(sittingOfRoom('lobby')).toBeNull();
});

test('the room where a venue tries its devices is no sitting', () => {
  expect(sittingOfRoom(checkRoomOf('s', 'm', 'v'))).toBeNull();
});
