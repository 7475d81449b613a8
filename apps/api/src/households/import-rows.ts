import { ProposeAccountDto, RegisterHouseholdDto } from '@yihu/api-contract';
import { mapInSlices, type HouseholdColumnKey, type RosterHousehold } from '@yihu/documents';
import type { ProgrammeUnit } from '@yihu/domain';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { wrongFields } from '../http/wrong-fields';
import { placeOf } from './import-place';
import { toldByField, toldByReading, type ImportTold } from './import-told';

/** A row as the two requests that it stands for. */
export interface ImportRow {
  readonly row: number;
  readonly household: RosterHousehold;
  readonly registering: RegisterHouseholdDto;
  /** Missing when the row names no account, or an account without its bank. */
  readonly proposing?: ProposeAccountDto;
  readonly told: readonly ImportTold[];
}

export interface RowsOptions {
  readonly year: number;
  readonly town: string | undefined;
  readonly units: readonly ProgrammeUnit[];
  /** The code of a household whose file has no codes. */
  readonly codeOf: (household: RosterHousehold) => string;
}

/** The rows of the own town as requests, checked field by field as any request is, and how many are of others. */
export async function importRows(
  households: readonly RosterHousehold[],
  { year, town, units, codeOf }: RowsOptions,
): Promise<{ readonly rows: readonly ImportRow[]; readonly otherTowns: number }> {
  const placed = await mapInSlices(households, (household) => ({
    household,
    place: placeOf(units, household),
  }));
  const own = placed.filter(
    ({ place }) => town === undefined || place.town === undefined || place.town === town,
  );
  const rows = await mapInSlices(own, ({ household, place }) => {
    const { name, identity, phone, memberCount, householdClass, row } = household;
    const householdCode = household.householdCode ?? codeOf(household);
    const listedOn = household.listedOn ?? `${year}-01-01`;
    const { village } = place;
    const about = { name, identity, phone, memberCount, householdClass };
    const registering = plainToInstance(RegisterHouseholdDto, {
      year,
      householdCode,
      ...about,
      village,
      listedOn,
    });
    const proposing = proposalOf(household);
    const told = [
      ...household.problems.map(toldByReading),
      ...place.told,
      ...fieldsTold(household, registering),
      ...(proposing ? fieldsTold(household, proposing) : []),
    ];
    return { row, household, registering, ...(proposing && { proposing }), told };
  });
  return { rows, otherTowns: households.length - own.length };
}

function proposalOf({ account, bank, name, holderRelation = 'head' }: RosterHousehold) {
  if (account === undefined || bank === undefined) return undefined;
  return plainToInstance(ProposeAccountDto, { account, holder: name, holderRelation, bank });
}

/** Where a field of a request stands in a roster, when it is not the column of that name. */
const COLUMN_OF_FIELD: Readonly<Record<string, HouseholdColumnKey>> = {
  holder: 'name',
  village: 'villageName',
};

function fieldsTold({ row, titles }: RosterHousehold, request: object): readonly ImportTold[] {
  const errors = validateSync(request, { forbidUnknownValues: true });
  return (
    wrongFields(errors)
      // What is missing was told when the row was read.
      .filter(({ kind }) => kind !== 'required')
      .map((wrong) =>
        toldByField(row, titles[COLUMN_OF_FIELD[wrong.field] ?? (wrong.field as 'name')], wrong),
      )
  );
}
