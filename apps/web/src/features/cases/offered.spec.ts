import type { AllowedAction, CaseView, RefusalView } from '@yihu/api-contract';
import { COMMAND_ROUTES } from '@yihu/api-contract';
import { offeredTo, waitsForReader } from './offered';

const { signAsTown, returnPlan, withdrawTownSignature, filePlan, freezeCase } = COMMAND_ROUTES;

function action(command: string, kind?: RefusalView['kind']): AllowedAction {
  const refusal = {
    rule: 'r',
    source: 'R1',
    clearedBy: 'nobody',
    weight: 'refuse',
    detail: {},
    text: '',
  } as const;
  return {
    command,
    allowed: kind === undefined,
    refusals: kind === undefined ? [] : [{ ...refusal, kind }],
    remarks: [],
    passed: [],
  };
}

const household = { village: '500112140v01' } as CaseView['household'];
const waitsFor = { task: signAsTown.segment, role: 'town-cadre', since: '' } as const;
const actions = [
  action(signAsTown.segment, 'content'),
  action(returnPlan.segment),
  action(withdrawTownSignature.segment, 'stage'),
  action(filePlan.segment, 'authority'),
  action(freezeCase.segment),
];
const cadre = { staffId: 's1', grants: [{ role: 'town-cadre', territory: '500112140' }] } as const;

it('a case waits for whoever is assigned, else for the role in its territory', () => {
  const view = { household, allowedActions: [], waitsFor };
  expect(waitsForReader(view, cadre)).toBe(true);
  expect(waitsForReader(view, { ...cadre, grants: [{ role: 'town-cadre', territory: '500112133' }] })).toBe(
    false,
  );
  expect(waitsForReader({ ...view, waitsFor: { ...waitsFor, staffId: 's2' } }, cadre)).toBe(false);
  expect(waitsForReader({ household, allowedActions: [] }, cadre)).toBe(false);
  expect(waitsForReader(view, undefined)).toBe(false);
});

it('what it waits for stays the first button when it is refused, so that its reason can be read', () => {
  const offered = offeredTo({ household, waitsFor, allowedActions: actions }, cadre);
  expect(offered.primary?.command).toBe(signAsTown.segment);
  expect(offered.secondary?.command).toBe(returnPlan.segment);
  expect(offered.notNow.map((each) => each.command)).toEqual([withdrawTownSignature.segment]);
  expect(offered.more).toEqual([]);
});

it('what is done on a sheet or in a batch is done on their own pages', () => {
  const view = { household, waitsFor: { ...waitsFor, task: 'draw' }, allowedActions: actions };
  const offered = offeredTo(view, cadre);
  expect(offered.isElsewhere).toBe(true);
  expect(offered.primary).toBeUndefined();
  expect(offeredTo({ ...view, waitsFor }, cadre).isElsewhere).toBe(false);
});

it('whoever it does not wait for is offered no first button', () => {
  const other = { staffId: 's3', grants: [{ role: 'supervisor', territory: '500112' }] } as const;
  expect(offeredTo({ household, waitsFor, allowedActions: actions }, other).primary).toBeUndefined();
});
