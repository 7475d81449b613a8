import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { COMMAND_ROUTES, pathOfCommand, type CommandName } from '@yihu/api-contract';
import { rulebook } from '@yihu/domain';
import { verifyChain } from '@yihu/engine';
import { OTHER_TOWN, OTHER_VILLAGE, TOWN, VILLAGE, YEAR, type Person } from './cast';
import { startOffice, type Office } from './office';
import { openTown, signAsVillage } from './steps';

const RUNS = process.env['YIHU_LONG'] ? 20_000 : 600;

/** As much of a schema of OpenAPI as ours use. */
interface Schema {
  readonly type?: string;
  readonly $ref?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

let office: Office;
let cases: readonly string[];

beforeAll(async () => {
  office = await startOffice();
  cases = await openTown(office, 3);
  await signAsVillage(office, cases[0]!);
});
afterAll(() => office.close());

const resolved = (schema: Schema): Schema => {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : (office.server.openApi.components!.schemas![name] as Schema);
};

/** Texts among which every pattern finds some that are of this office. */
function texts(): readonly string[] {
  const staff = people.map((person) => office.idOf(person));
  const households = cases.map((caseId) => caseId.slice(5));
  const units = ['500112', TOWN, OTHER_TOWN, VILLAGE, OTHER_VILLAGE];
  return [...cases, ...households, ...staff, ...units, 'a'.repeat(64), 'b'.repeat(64), '10000000001'];
}

/** What fits a schema, as far as a schema tells. */
function fitting(schema: Schema): fc.Arbitrary<unknown> {
  const {
    type,
    enum: words,
    format,
    pattern,
    minimum = 0,
    maximum = 9,
    maxLength = 9,
    items,
    properties,
  } = resolved(schema);
  if (words) return fc.constantFrom(...words);
  if (properties) return fc.record(mapped(properties, fitting));
  if (items) return fc.array(fitting(items), { maxLength: 3 });
  if (type === 'integer')
    return fc.oneof(fc.integer({ min: minimum, max: maximum }), fc.constantFrom(minimum, maximum, 1, YEAR));
  if (type === 'boolean') return fc.boolean();
  if (format === 'date') return fc.constantFrom('2024-02-29', '2024-06-15', '1999-12-31', '9999-12-31');
  if (pattern) return fc.constantFrom(...texts().filter((text) => new RegExp(pattern).test(text)));
  return fc.string({ unit: 'grapheme', maxLength });
}

const hostile = fc.constantFrom<unknown>(
  null,
  -1,
  0.1,
  1e21,
  '',
  '0x10',
  [],
  {},
  [[]],
  [null],
  '\ud840',
  'x'.repeat(5000),
  { __proto__: 1 },
  { constructor: { prototype: 1 } },
  '<script>',
  "' or 1=1 --",
  '${7*7}',
  '../../etc/passwd',
  true,
);

/** Mostly what fits, and here and there what does not. */
function body(schema: Schema): fc.Arbitrary<unknown> {
  const { properties = {} } = resolved(schema);
  const some = mapped(properties, (each) =>
    fc.oneof({ weight: 60, arbitrary: fitting(each) }, { weight: 1, arbitrary: hostile }),
  );
  return fc.oneof(
    { weight: 2, arbitrary: fc.record(some, { requiredKeys: [] }) },
    { weight: 9, arbitrary: fc.record(some) },
    { weight: 1, arbitrary: hostile },
  );
}

function mapped(
  properties: Readonly<Record<string, Schema>>,
  arbitraryOf: (schema: Schema) => fc.Arbitrary<unknown>,
) {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, arbitraryOf(schema)]));
}

const people: readonly Person[] = [
  'admin',
  'bureau',
  'leader',
  'townCadre',
  'villageCadre',
  'finance',
  'supervisor',
];

function requestSchema(path: string): Schema {
  const operation = office.server.openApi.paths[path.replace(':id', '{id}')]!.post!;
  return (operation.requestBody as { content: Record<string, { schema: Schema }> }).content[
    'application/json'
  ]!.schema;
}

it(`${RUNS} requests made from the schemas break nothing`, async () => {
  const idsOf = {
    programmes: [String(YEAR)],
    households: cases.map((caseId) => caseId.slice(5)),
    cases,
    summaries: [`${YEAR}-${TOWN}`],
    notices: [`${YEAR}-${TOWN}-plan`, `${YEAR}-${VILLAGE}-result`],
    payments: [randomUUID()],
    ledgers: [`${YEAR}-${TOWN}`],
    staff: people.map((person) => office.idOf(person)),
  };
  const commands = Object.keys(COMMAND_ROUTES) as CommandName[];
  const attempt = fc.constantFrom(...commands).chain((command) =>
    fc.record({
      path: fc.constant(pathOfCommand(command)),
      id: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...idsOf[COMMAND_ROUTES[command].resource]) },
        { weight: 1, arbitrary: fc.constantFrom('x', '..', '%2e%2e', 'constructor') },
      ),
      kind: fc.constant(rulebook.commands.get(command)!.on),
      person: fc.constantFrom(...people),
      isCurrent: fc.boolean(),
      sent: body(requestSchema(pathOfCommand(command))),
    }),
  );
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(attempt, async ({ path, id, kind, person, isCurrent, sent }) => {
      const ifMatch =
        isCurrent && id !== '..' ? (await office.server.engine.load(`${kind}-${id}`)).revision : 0;
      const reply = await office.post(person, path.replace(':id', id), JSON.stringify(sent), {
        ifMatch: Math.max(ifMatch, 0),
      });
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
      expect(reply.status).toBeLessThan(500);
      expect(JSON.stringify(reply.body)).not.toMatch(/node_modules|\.ts:\d/);
    }),
    { numRuns: RUNS },
  );
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([400, 403]));
  expect(({} as { a?: number }).a).toBeUndefined();
  expect(verifyChain(await office.server.store.readAll({ limit: 100_000 }))).toEqual([]);
}, 600_000);
