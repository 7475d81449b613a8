import { openOffice, VILLAGE } from '../testing';

const OTHER_VILLAGE = '500112140v02';

/** Somebody tries whether a number is registered, in a village of their choice. */
function registering(by: string, village: string) {
  const input = {
    year: 2024,
    householdCode: 'HH0009',
    identityFingerprint: 'f1',
    isDemoIdentity: true,
    village,
  };
  return { by, at: '2024-03-02T02:00:00.000Z', input };
}

const proposing = (by: string) => ({
  by,
  at: '2024-03-02T02:00:00.000Z',
  input: { account: 's', fingerprint: 'a2', holder: 's', holderRelation: 'head', bank: '农商行' },
});

describe('a number is no question to those without the right (AUD-03)', () => {
  it.each([
    ['S1', VILLAGE],
    ['M1', VILLAGE],
    ['V2', VILLAGE],
    ['N1', VILLAGE],
  ])('%s learns nothing from registering', (by, village) => {
    const desk = openOffice();
    const known = desk.explain('registerHousehold', 'h9', registering(by, village));
    const input = { ...registering(by, village).input, identityFingerprint: 'never-seen' };
    const unknown = desk.explain('registerHousehold', 'h9', { ...registering(by, village), input });
    expect(known).toEqual(unknown);
    expect(known.refusals.some(({ kind }) => kind === 'authority')).toBe(true);
  });

  it('nor from proposing an account', () => {
    const desk = openOffice();
    const { refusals } = desk.explain('proposeAccount', 'h1', proposing('V2'));
    expect(refusals.map(({ rule }) => rule)).toEqual(['in-territory']);
  });

  it('whoever has the right is told, and which household it is only within their territory', () => {
    const desk = openOffice();
    const detailOf = (by: string, village: string) =>
      desk
        .explain('registerHousehold', 'h9', registering(by, village))
        .refusals.find(({ rule }) => rule === 'identity-unique')?.detail;
    expect(detailOf('V1', VILLAGE)).toEqual({ heldBy: 'household-h1' });
    expect(detailOf('T1', OTHER_VILLAGE)).toEqual({ heldBy: 'household-h1' });
    expect(detailOf('V2', OTHER_VILLAGE)).toEqual({ year: 2024 });
    const account = desk.explain('proposeAccount', 'h1', proposing('V1')).refusals;
    expect(account).toEqual([expect.objectContaining({ detail: { heldBy: 'household-h2' } })]);
  });
});
