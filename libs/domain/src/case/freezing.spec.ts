import { caseState, leg, ON, openOffice, TOWN } from '../testing';

describe('a case that is frozen twice on one ground (R36)', () => {
  it('stays frozen until both are lifted', () => {
    const desk = openOffice();
    const caseId = leg.toFiled(desk);
    const freeze = (reference: string) =>
      desk.do('freezeCase', caseId, { by: 'L1', at: ON.filed, input: { ground: 'objection', reference } });
    const unfreeze = () =>
      desk.do('unfreezeCase', caseId, {
        by: 'L1',
        at: ON.filed,
        input: { ground: 'objection', outcome: 'sealed.outcome' },
      });
    const drawing = () => {
      const input = { year: 2024, town: TOWN, tranche: 1, caseIds: [caseId] };
      return desk.refusals('drawBatch', 'p1', { by: 'N1', at: ON.drawn, input });
    };
    freeze('O-1');
    freeze('O-2');
    unfreeze();
    expect(caseState(desk, caseId).freezes).toEqual(['objection']);
    expect(drawing()).toEqual(['not-frozen']);
    unfreeze();
    expect(drawing()).toEqual([]);
    expect(unfreeze).toThrow('ground-settled');
  });
});
