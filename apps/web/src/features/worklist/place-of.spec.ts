import type { WorklistItem } from '@yihu/api-contract';
import { placeOf } from './place-of';

const item = (kind: WorklistItem['kind'], subjectId: string, village?: string) =>
  ({ kind, subjectId, town: '500112140', ...(village !== undefined && { village }) }) as WorklistItem;

it('each thing to do has its page, and what is not drawn yet has the page on which it is drawn', () => {
  const batch = 'c052ef4b-eea3-59e5-bcc8-893749e4d45a';
  expect(placeOf(item('case', `2024-${batch}`))).toEqual({ to: `/cases/2024-${batch}` });
  expect(placeOf(item('summary', '2024-500112140'))).toEqual({ to: '/towns/500112140/summary' });
  const third = { ...item('summary', '2024-500112140'), key: 'summary-2024-500112140-3' };
  expect(placeOf(third)).toEqual({ to: '/towns/500112140/summary', search: { sheet: 3 } });
  expect(placeOf(item('payment', batch))).toEqual({ to: `/payments/${batch}` });
  expect(placeOf(item('payment', '2024-500112140-1'))).toEqual({ to: '/payments' });
  expect(placeOf(item('notice', '2024-500112140-plan'))).toEqual({
    to: '/notices',
    search: { unit: '500112140', kind: 'plan' },
  });
  expect(placeOf(item('notice', '2024-500112140v03-result', '500112140v03')).search).toEqual({
    unit: '500112140v03',
    kind: 'result',
  });
});
