import { normaliseAccount, normaliseIdentity, type HouseholdClass } from '@yihu/domain';
import { foldRadicals, foldWide, localPhone } from './clean-text';
import type { HouseholdColumnKey } from './columns';
import { errorIn, noticeIn, type RosterProblem, type RosterProblemCode } from './problem';
import { readIsoDate } from './read-day';
import type { RosterCell, RosterRow } from './read-roster';

/** What a row says of a household. A value that could not be read is missing, and a problem says why. */
export interface RosterHousehold {
  readonly row: number;
  readonly householdCode?: string;
  readonly townCode?: string;
  readonly townName?: string;
  readonly villageCode?: string;
  readonly villageName?: string;
  readonly name?: string;
  readonly householdClass?: HouseholdClass;
  readonly memberCount?: number;
  /** In its local form. */
  readonly phone?: string;
  /** In its one written form. Whether it is a good one is not for a reader to say. */
  readonly identity?: string;
  readonly bank?: string;
  readonly account?: string;
  readonly holderRelation?: 'head' | 'member' | 'other';
  readonly listedOn?: string;
  /** The column's title in this file, by its key, for whoever finds something wrong later. */
  readonly titles: Readonly<Partial<Record<HouseholdColumnKey, string>>>;
  readonly problems: readonly RosterProblem[];
}

/** The classes by the words of the roster (glossary). */
export const CLASS_TITLES: Readonly<Record<string, HouseholdClass>> = {
  脱贫户: 'out-of-poverty',
  脱贫不稳定户: 'unstable',
  边缘易致贫户: 'marginal',
  突发严重困难户: 'sudden-hardship',
};

/** Who holds the account, by the words of the roster. */
export const RELATION_TITLES: Readonly<Record<string, 'head' | 'member' | 'other'>> = {
  户主: 'head',
  本人: 'head',
  head: 'head',
  家庭成员: 'member',
  member: 'member',
  其他人: 'other',
  other: 'other',
};

const COUNT = /^(\d{1,4})人?$/;

/** Says what a row of a roster of households means. */
export function readHousehold({ row, cells }: RosterRow): RosterHousehold {
  const problems: RosterProblem[] = [];
  const read = <Value>(key: HouseholdColumnKey, parse: (cell: RosterCell) => Value | undefined) => {
    const cell = cells[key];
    return cell && parse(cell);
  };
  const wrong = (cell: RosterCell, code: RosterProblemCode) => {
    problems.push(errorIn(row, cell.title, code));
    return undefined;
  };
  const plain = ({ text }: RosterCell) => foldWide(text);
  const values = {
    householdCode: read('householdCode', plain),
    townCode: read('townCode', plain),
    townName: read('townName', (cell) => folded(row, cell, problems)),
    villageCode: read('villageCode', plain),
    villageName: read('villageName', (cell) => folded(row, cell, problems)),
    name: read('name', (cell) => readName(row, cell, problems)),
    householdClass: read(
      'householdClass',
      (cell) => CLASS_TITLES[foldRadicals(cell.text)] ?? wrong(cell, 'class-unknown'),
    ),
    memberCount: read('memberCount', (cell) => {
      const count = COUNT.exec(foldWide(cell.text))?.[1];
      return count === undefined ? wrong(cell, 'count-unreadable') : Number(count);
    }),
    phone: read('phone', ({ text }) => localPhone(text)),
    identity: read('identity', ({ text }) => normaliseIdentity(text)),
    bank: read('bank', ({ text }) => text),
    account: read('account', ({ text }) => normaliseAccount(text)),
    holderRelation: read(
      'holderRelation',
      (cell) => RELATION_TITLES[cell.text] ?? wrong(cell, 'relation-unknown'),
    ),
    listedOn: read('listedOn', (cell) => {
      const day = readIsoDate(cell);
      return day === 'day-unreadable' || day === 'day-is-a-number' ? wrong(cell, day) : day;
    }),
  };
  if (values.account !== undefined && values.bank === undefined) {
    problems.push(noticeIn(row, cells['account']!.title, 'bank-missing'));
  }
  return { row, ...withoutUndefined(values), titles: titlesOf(cells), problems };
}

/** A name is kept as the person's papers have it; what may be a slip is told (NAM-02, NAM-04, IMP-11). */
function readName(row: number, cell: RosterCell, problems: RosterProblem[]): string {
  if (/\s/.test(cell.text)) problems.push(noticeIn(row, cell.title, 'inner-space'));
  if (/[.．]/.test(cell.text)) problems.push(noticeIn(row, cell.title, 'full-stop-in-name'));
  return folded(row, cell, problems);
}

function folded(row: number, { text, title }: RosterCell, problems: RosterProblem[]): string {
  const characters = foldRadicals(text);
  if (characters !== text) problems.push(noticeIn(row, title, 'characters-folded'));
  return characters;
}

function titlesOf(cells: RosterRow['cells']): RosterHousehold['titles'] {
  return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, cell!.title]));
}

type Known<Values> = { readonly [Key in keyof Values]?: Exclude<Values[Key], undefined> };

function withoutUndefined<Values extends object>(values: Values): Known<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Known<Values>;
}
