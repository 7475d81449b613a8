import { rule } from '@yihu/workflow';
import { given, type OfficeContext } from '../context';
import type { LedgerState } from '../ledger/state';
import type { AllotTownInput, CloseRosterInput, IncomeStandardInput } from './inputs';
import { policyOn, type ProgrammeState } from './state';

export interface ProgrammeContext<Input> extends OfficeContext<Input> {
  readonly programme: ProgrammeState;
  /** The ledger of every town that was allotted a quota, by its code. */
  readonly ledgers: readonly LedgerState[];
}

const programmeRule = <Input>(id: string, definition: Parameters<typeof rule<ProgrammeContext<Input>>>[1]) =>
  rule<ProgrammeContext<Input>>(id, { judgesInput: true, ...definition });

export const notYetOpened = programmeRule<object>('one-programme-a-year', {
  source: 'R1',
  clearedBy: 'nobody',
  judgesInput: false,
  check: ({ programme: { year } }) => year === 0 || { year },
});

export const programmeOpen = programmeRule<unknown>('programme-open', {
  source: 'R35',
  clearedBy: 'nobody',
  kind: 'stage',
  judgesInput: false,
  check: ({ programme: { closed, year } }) => !closed || { year },
});

export const townsClosed = programmeRule<object>('towns-closed', {
  source: 'R35',
  clearedBy: 'town-leader',
  kind: 'stage',
  judgesInput: false,
  check: ({ programme: { units, year }, ledgers }) => {
    if (ledgers.length === 0) return { year };
    const open = ledgers.filter(({ closed }) => !closed).map(({ unit }) => unit);
    const towns = open.map((unit) => ({ unit, name: units.find(({ code }) => code === unit)?.name ?? unit }));
    return towns.length === 0 || { towns };
  },
});

export const unitInProgramme = programmeRule<{ readonly unit: string }>('unit-in-programme', {
  source: 'R10, R34',
  clearedBy: 'bureau',
  check: (c) =>
    c.programme.units.some(({ code, kind }) => code === given(c).unit && kind !== 'village') || {
      unit: given(c).unit,
    },
});

export const notYetAllotted = programmeRule<AllotTownInput>('one-allotment-a-unit', {
  source: 'R10, R18',
  clearedBy: 'nobody',
  check: (c) => {
    const town = c.programme.towns[given(c).unit];
    return !town || { unit: given(c).unit, quotaFen: town.quotaFen };
  },
});

export const unitAllotted = programmeRule<{ readonly unit: string }>('unit-has-quota', {
  source: 'R10',
  clearedBy: 'bureau',
  check: (c) => c.programme.towns[given(c).unit] !== undefined || { unit: given(c).unit },
});

export const allotmentsSum = programmeRule<AllotTownInput>('allotments-sum', {
  source: 'A1, A2',
  clearedBy: 'bureau',
  check: (c) => {
    const policy = policyOn(c.programme, c.today)?.policy;
    const { households, quotaFen: have } = given(c);
    const need = households * ((policy?.basisSubsidyFen ?? 0) + (policy?.basisRewardFen ?? 0));
    return have === need || { have, need, households };
  },
});

export const rosterCount = programmeRule<CloseRosterInput>('roster-count', {
  source: 'R3, A2',
  clearedBy: 'bureau',
  check: (c) => {
    const { unit, count: have } = given(c);
    const need = c.programme.towns[unit]?.households ?? 0;
    return have === need || { unit, have, need };
  },
});

export const tiersWellFormed = programmeRule<IncomeStandardInput>('tiers-well-formed', {
  source: 'R14, R17, R30',
  clearedBy: 'town-leader',
  check: (c) => {
    const { tiers, basis } = given(c);
    const bounds = tiers.map((tier) => (basis === 'absolute' ? tier.fromFen : tier.fromPermille));
    const rises = bounds.every(
      (bound, index) => bound !== undefined && (index === 0 || bound > bounds[index - 1]!),
    );
    const shares = tiers.every(
      ({ rewardPermille }, index) =>
        rewardPermille > (tiers[index - 1]?.rewardPermille ?? 0) && rewardPermille <= 1000,
    );
    return (
      (tiers.length > 0 && rises && shares && tiers.at(-1)!.rewardPermille === 1000) || { basis, bounds }
    );
  },
});

export const standardBeforeSignature = programmeRule<IncomeStandardInput>('standard-before-signature', {
  source: 'R14, R30',
  clearedBy: 'town-leader',
  check: (c) => given(c).setOn <= c.today || { setOn: given(c).setOn, today: c.today },
});
