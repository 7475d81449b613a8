import { rulebook } from './rulebook';
import { leg, LEDGER, ON, openOffice, VILLAGE, YEAR } from './testing';

const SUBJECTS: Readonly<Record<string, string>> = {
  programme: YEAR,
  staff: 'V1',
  household: 'h1',
  summary: LEDGER,
  notice: `${YEAR}-${VILLAGE}-plan`,
  payment: 'p1',
  ledger: LEDGER,
};
const PEOPLE = ['V1', 'V2', 'T1', 'T2', 'L1', 'N1', 'B1', 'S1', 'M1', 'nobody'];

describe('while a case is drafted, every command of the rulebook answers', () => {
  const desk = openOffice();
  const caseId = leg.open(desk);
  leg.draft(desk, caseId);

  it.each([...rulebook.commands.values()].map((command) => [command.name, command] as const))(
    '%s, to everyone: allowed, or every reason with its source, numbers and who can clear it',
    (name, command) => {
      const subjectId = command.on === 'case' ? caseId : SUBJECTS[command.on]!;
      for (const by of PEOPLE) {
        const { allowed, refusals } = desk.explain(name, subjectId, { by, at: ON.draft });
        expect(allowed).toBe(refusals.length === 0);
        for (const { rule, source, clearedBy, detail } of refusals) {
          expect([rule, source, clearedBy]).toEqual([
            expect.any(String),
            expect.stringMatching(/^[RA]\d/),
            expect.any(String),
          ]);
          expect([rule, Object.keys(detail).length]).not.toEqual([rule, 0]);
        }
      }
    },
  );

  it.each([...rulebook.commands.values()].map((command) => [command.name, command] as const))(
    '%s: every rule that is asked is either passed or told, and never both',
    (name, { on, moves, stages, rules }) => {
      const { refusals, remarks, passed } = desk.explain(name, on === 'case' ? caseId : SUBJECTS[on]!, {
        by: 'V1',
        at: ON.draft,
      });
      const told = [...refusals, ...remarks].map((each) => each.rule);
      const asked = rules.filter((rule) => !rule.judgesInput).map((rule) => rule.id);
      const ordered = moves || stages ? ['right-stage'] : [];
      expect([...told, ...passed.map((each) => each.rule)].sort()).toEqual(
        [...new Set([...asked, ...ordered])].sort(),
      );
    },
  );

  it('and lets the assigned village cadre sign for the household, and nobody else', () => {
    const allowed = PEOPLE.filter(
      (by) => desk.explain('signAsHousehold', caseId, { by, at: ON.draft }).allowed,
    );
    expect(allowed).toEqual(['V1']);
    const { refusals } = desk.explain('signAsTown', caseId, { by: 'T2', at: ON.draft });
    expect(refusals.map((refusal) => refusal.rule)).toEqual(['right-stage', 'assigned-or-delegate']);
  });

  it('and tells the town leader that a standard may be set, before a unit is chosen', () => {
    expect(desk.explain('setIncomeStandard', YEAR, { by: 'L1', at: ON.draft }).allowed).toBe(true);
    expect(desk.explain('setIncomeStandard', YEAR, { by: 'T1', at: ON.draft }).allowed).toBe(false);
  });
});
