import { acceptanceSignaturesOf, signedBy } from './signed-by';

const names = { v1: '演示甲', t1: '演示乙', t2: '演示丙' };
const given = (actorId: string, on: string) => ({ actorId, contentHash: 'h', on });

it('a form names who signed it, and not who is assigned to the case now', () => {
  const signatures = { household: given('v1', '2024-03-15'), village: given('v1', '2024-03-20') };
  expect(signedBy(signatures, '演示户', names)).toEqual({
    signed: { household: '演示户', village: '演示甲', town: undefined },
    signedAt: '2024-03-20',
  });
});

it('the town signs an acceptance by accepting it, on the day of that', () => {
  const accepted = { acceptedBy: ['v1', 't2'], on: '2024-06-06' } as never;
  const acceptance = { contentHash: 'h' } as never;
  const acceptanceSignatures = { village: given('v1', '2024-06-05') };
  const under = acceptanceSignaturesOf({ acceptanceSignatures, acceptance, accepted });
  expect(signedBy(under, undefined, names)).toMatchObject({
    signed: { village: '演示甲', town: '演示丙' },
    signedAt: '2024-06-06',
  });
  expect(acceptanceSignaturesOf({ acceptanceSignatures, acceptance }).town).toBeUndefined();
});
