import { COMMAND_ROUTES } from '@yihu/api-contract';
import { kindOfTask } from './kind-of-task';

const { signAsTown, drawSummary, drawBatch, postNotice, approveBatch } = COMMAND_ROUTES;

it.each([
  ['case', signAsTown.segment, 'town-cadre'],
  ['summary', drawSummary.segment, 'town-cadre'],
  ['payment', drawBatch.segment, 'town-finance'],
  ['payment', approveBatch.segment, 'town-finance'],
  ['notice', postNotice.segment, 'village-cadre'],
])('a case waits on the page of a %s for %s by the %s', (kind, task, role) => {
  expect(kindOfTask({ task, role })).toBe(kind);
});
