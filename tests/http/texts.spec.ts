import fc from 'fast-check';
import { verifyChain } from '@yihu/engine';
import { must, startOffice, type Office } from './office';
import { openTown, plan } from './steps';

const RUNS = process.env['YIHU_LONG'] ? 1000 : 100;

let office: Office;
let caseId: string;

beforeAll(async () => {
  office = await startOffice();
  caseId = (await openTown(office, 1))[0]!;
});
afterAll(() => office.close());

/** Any text that a JSON string can be, halves of characters among it. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
);

/** A field of a drafted plan for each text. */
function planWith([category, item, unit, wish, circumstances, items]: readonly string[]) {
  const drafted = plan(200_000);
  const line = { ...drafted.lines[0]!, item, unit, ...(category !== undefined && { category }) };
  return { ...drafted, lines: [line], grounds: { wish, circumstances, items } };
}

it(`after ${RUNS} drafts of any texts the chain verifies (NAM-03)`, async () => {
  let revision = 1;
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 5, maxLength: 5 }), async (texts) => {
      const body = planWith(['production-input', ...texts]);
      const reply = await office.post<{ revision: number }>(
        'villageCadre',
        `/api/cases/${caseId}/draft-plan`,
        body,
        {
          ifMatch: revision,
        },
      );
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
      if (reply.status === 200) revision = reply.body.revision;
      else expect(reply.status).toBe(400);
    }),
    { numRuns: RUNS },
  );
  // Both ends were reached: texts that were taken and texts that were refused.
  expect([...statuses.keys()].sort()).toEqual([200, 400]);
  const events = await office.server.store.readAll({ limit: 100_000 });
  expect(verifyChain(events)).toEqual([]);
  must(await office.get('villageCadre', `/api/cases/${caseId}`));
});
