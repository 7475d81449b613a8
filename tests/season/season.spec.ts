import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { openSqlite } from '@yihu/sql';
import { yihu, type Run } from './run-season';

const TOWN = '500112140';
const STAGES = [
  'drafted',
  'cadre-signed',
  'filed',
  'first-tranche-paid',
  'accepted',
  'fully-paid',
  'closed',
  'withdrawn',
  'terminated',
  'no-project',
];

let root: string;
let folder: string;
let run: Run;
let report: Record<string, never> & {
  households: number;
  stages: Record<string, number>;
  reached: Record<string, number>;
  towns: readonly Record<string, number | string>[];
  seconds: Record<string, number>;
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'yihu-season-'));
  folder = join(root, 'season');
  run = yihu('season', '--json', '--towns', '1', '--households', '12', '--data-dir', folder);
  report = run.status === 0 ? (JSON.parse(run.stdout) as typeof report) : (undefined as never);
}, 300_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a season of twelve households over HTTP', () => {
  it('ends with one JSON line and exit code 0', () => {
    expect([run.status, run.stderr]).toEqual([0, '']);
    expect(run.stdout.trim().split('\n')).toHaveLength(1);
    expect(Object.keys(report)).toEqual([
      'households',
      'events',
      'commands',
      'requests',
      'stages',
      'reached',
      'towns',
      'refusals',
      'seconds',
      'closed',
    ]);
    expect(Object.keys(report.seconds)).toEqual(['total', 'http', 'decide', 'commit', 'project']);
  });

  it('brings every case to an ending: ten closed, one withdrawn, one without a project', () => {
    expect(Object.keys(report.stages)).toEqual(STAGES);
    expect(report.stages).toMatchObject({ closed: 10, withdrawn: 1, 'no-project': 1 });
    expect(Object.values(report.stages).reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(report.reached).toEqual({
      drafted: 12,
      'cadre-signed': 10,
      filed: 10,
      'first-tranche-paid': 10,
      accepted: 10,
      'fully-paid': 10,
    });
  });

  it("closes the town and the programme, and sends the bank's file once too often without effect (A11)", () => {
    expect(report['closed']).toBe(true);
    expect(report['refusals']).toMatchObject([{ rule: 'not-applied-before', on: '2024-05-10' }]);
  });

  it('pays within what is reserved, and reserves within what is allotted (A4, A8)', () => {
    const [town] = report.towns as [Record<string, number>];
    expect(Object.keys(town)).toEqual([
      'town',
      'name',
      'households',
      'allottedFen',
      'reservedFen',
      'paidFirstFen',
      'paidSecondFen',
      'rewardFen',
    ]);
    expect(town).toMatchObject({ town: TOWN, name: '茨竹镇', households: 12, allottedFen: 3_600_000 });
    const paidFen = town['paidFirstFen']! + town['paidSecondFen']! + town['rewardFen']!;
    expect(paidFen).toBeGreaterThan(0);
    expect(paidFen).toBeLessThanOrEqual(town['reservedFen']!);
    expect(town['reservedFen']).toBeLessThanOrEqual(town['allottedFen']!);
  });

  it('gives every event as one JSON line (yihu events)', () => {
    const { status, stdout } = yihu('events', '--data-dir', folder);
    const lines = stdout.trim().split('\n');
    expect(status).toBe(0);
    expect(lines).toHaveLength(report['events'] as unknown as number);
    expect(Object.keys(JSON.parse(lines[0]!) as object)).toEqual([
      'position',
      'stream',
      'revision',
      'id',
      'type',
      'data',
      'metadata',
    ]);
  });
});

describe('people are in clear nowhere (design 1, idea 7)', () => {
  /** Every word that speaks of a person in the demo's files: names, numbers, accounts, grounds. */
  function personalWords(): readonly string[] {
    const rows = (file: string, columns: readonly string[]) => {
      const text = readFileSync(join('apps/api/demo/yubei-2024', file), 'utf8');
      return (parse(text, { columns: true }) as Record<string, string>[]).flatMap((row) =>
        columns.map((column) => row[column]!),
      );
    };
    const words = [
      ...rows('households.csv', ['姓名', '联系电话', '身份证号', '银行账号']).slice(0, 12 * 4),
      ...rows('plans.csv', ['意愿', '家庭情况', '选择内容'])
        .filter((word) => word !== '')
        .slice(0, 12 * 3),
      ...rows('staff.csv', ['姓名']),
      '家中无劳动力，本人书面说明不参加项目。',
      '数量与圈舍面积不符，请与本户再核实。',
      '本户决定外出务工，自愿放弃。',
      '单价抄错一位，先撤回再核对。',
    ];
    return [...new Set(words)];
  }

  /** The files of the folder that hold any of the words, as text or as JSON escapes. */
  function filesThatHold(words: readonly string[], place = folder): readonly string[] {
    return readdirSync(place).flatMap((file) => {
      const bytes = readFileSync(join(place, file));
      const found = words.filter(
        (word) =>
          bytes.includes(word) ||
          bytes.includes(Buffer.from(word, 'utf16le')) ||
          bytes.includes(escaped(word)),
      );
      return found.map((word) => `${file}: ${word}`);
    });
  }

  const escaped = (word: string) =>
    [...word].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

  it('not in events, write-ahead logs, read models, vault or log', () => {
    const files = readdirSync(folder);
    for (const expected of ['events.db', 'read-models.db', 'vault.db', 'server.log'])
      expect(files).toContain(expected);
    expect(readFileSync(join(folder, 'server.log')).length).toBeGreaterThan(0);
    expect(personalWords().length).toBeGreaterThan(80);
    expect(filesThatHold(personalWords())).toEqual([]);
  });

  it.each(['events.db', 'read-models.db', 'vault.db'])(
    'and a name planted in %s would be found, also in its log',
    (file) => {
      const copy = mkdtempSync(join(root, 'planted-'));
      cpSync(folder, copy, { recursive: true });
      const [name] = personalWords();
      const database = openSqlite(join(copy, file));
      database.exec('create table planted (name text)');
      database.prepare('insert into planted values (?)').run(name!);
      expect(filesThatHold([name!], copy)).toEqual([`${file}-wal: ${name}`]);
      database.exec('pragma wal_checkpoint(truncate)');
      expect(filesThatHold([name!], copy)).toEqual([`${file}: ${name}`]);
      database.close();
    },
  );

  it('and a name in the log, however it is written', () => {
    const copy = mkdtempSync(join(root, 'planted-'));
    const [name] = personalWords();
    writeFileSync(join(copy, 'server.log'), `{"message":"${escaped(name!)}"}`);
    expect(filesThatHold([name!], copy)).toEqual([`server.log: ${name}`]);
  });
});

describe('the check of a season can fail', () => {
  it('on a folder that holds another season', () => {
    const other = yihu('season', '--json', '--towns', '1', '--households', '13', '--data-dir', folder);
    expect(other.status).toBe(1);
    expect(other.stderr).toContain('a season of 12 households and not of 13');
  });

  it.each([
    ['town_ledger', 'update town_ledger set paidFirstFen = paidFirstFen + 1'],
    ['case_list', "update case_list set stage = 'withdrawn' where stage = 'no-project'"],
    ['tranche_ledger', 'update tranche_ledger set paidSubsidyFen = paidSubsidyFen - 1 where tranche = 1'],
  ])(
    'on one wrong row in %s',
    (table, change) => {
      expect(
        yihu('season', '--json', '--towns', '1', '--households', '12', '--data-dir', folder).status,
      ).toBe(0);
      const database = openSqlite(join(folder, 'read-models.db'));
      const rows = database.prepare<Record<string, string>>(`select rowid as id from ${table} limit 1`).all();
      expect(rows).toHaveLength(1);
      database.exec(change);
      database.close();

      const checked = yihu('season', '--json', '--towns', '1', '--households', '12', '--data-dir', folder);
      expect(checked.status).toBe(1);
      expect(checked.stderr).toContain(table);

      expect(yihu('rebuild', '--data-dir', folder).status).toBe(0);
      expect(
        yihu('season', '--json', '--towns', '1', '--households', '12', '--data-dir', folder).status,
      ).toBe(0);
    },
    120_000,
  );
});
