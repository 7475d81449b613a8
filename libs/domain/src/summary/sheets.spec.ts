import type { Desk } from '../testing/desk';
import { leg, LEDGER, ON, openOffice, PLAN, TOWN } from '../testing';

const RETURN = { reasonCode: 'wrong-price', fields: ['lines'], text: 'sealed.text' };

/** Sheet 1 lists version 1 and is received; the plan was returned and redrafted since. */
function redrafted(): readonly [Desk, string] {
  const desk = openOffice();
  const caseId = leg.toCadreSigned(desk);
  leg.receive(desk, leg.seal(desk, caseId));
  desk.do('returnFiling', caseId, { by: 'B1', at: ON.filed, input: RETURN });
  leg.draft(desk, caseId, PLAN);
  leg.signAsHousehold(desk, caseId);
  leg.signAsVillage(desk, caseId);
  leg.signAsTown(desk, caseId);
  return [desk, caseId];
}

const filing = (summaryNo: number, receiptNo = `渝北备${summaryNo}`) => ({
  by: 'B1',
  at: ON.filed,
  input: { summaryNo, receiptNo },
});

describe('a plan is filed under the sheet that lists this version (R23, R38)', () => {
  it('is not filed under the receipt of a sheet that lists an older version', () => {
    const [desk, caseId] = redrafted();
    leg.seal(desk, caseId);
    expect(desk.refusals('filePlan', caseId, filing(1))).toEqual(['in-sealed-summary', 'receipt-number']);
  });

  it('is filed under its own sheet once that is received', () => {
    const [desk, caseId] = redrafted();
    leg.receive(desk, leg.seal(desk, caseId));
    expect(desk.refusals('filePlan', caseId, filing(2, '渝北备1'))).toEqual(['receipt-number']);
    expect(desk.refusals('filePlan', caseId, filing(2))).toEqual([]);
  });

  it('is asked for before a sheet is named', () => {
    const [desk, caseId] = redrafted();
    const asked = { by: 'B1', at: ON.filed };
    expect(desk.refusals('filePlan', caseId, asked)).toEqual(['in-sealed-summary']);
    leg.seal(desk, caseId);
    expect(desk.refusals('filePlan', caseId, asked)).toEqual([]);
  });
});

it('a version is not sealed twice, though it was drawn on two sheets (R38)', () => {
  const desk = openOffice();
  const caseId = leg.toCadreSigned(desk);
  const input = { year: 2024, town: TOWN, caseIds: [caseId] };
  desk.do('drawSummary', LEDGER, { by: 'T1', at: ON.seal, input });
  leg.seal(desk, caseId);
  const { sheets } = desk.folded(`summary-${LEDGER}`).data as { sheets: { hash: string }[] };
  const sealing = { no: 1, hash: sheets[0]!.hash, method: 'paper', sealPhoto: '' };
  expect(desk.refusals('sealSummary', LEDGER, { by: 'L1', at: ON.seal, input: sealing })).toEqual([
    'not-in-two-sheets',
  ]);
});

describe('what belongs to a year stays in it', () => {
  it('lists no case of another year on a sheet', () => {
    const desk = openOffice();
    const caseId = leg.toCadreSigned(desk);
    const input = { year: 2030, town: TOWN, caseIds: [caseId] };
    expect(desk.refusals('drawSummary', `2030-${TOWN}`, { by: 'T1', at: ON.seal, input })).toEqual([
      'entries-cadre-signed',
    ]);
  });

  it('posts no case of another year', () => {
    const desk = openOffice();
    const caseId = leg.toCadreSigned(desk);
    const input = {
      year: 2030,
      unit: TOWN,
      kind: 'plan',
      place: '公示栏',
      postedOn: ON.seal.slice(0, 10),
      caseIds: [caseId],
    };
    expect(desk.refusals('postNotice', `2030-${TOWN}-plan`, { by: 'T1', at: ON.seal, input })).toEqual([
      'entries-current',
    ]);
  });
});
