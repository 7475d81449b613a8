import { covers, type ProgrammeUnit } from '@yihu/domain';
import { unitKey, type RosterHousehold } from '@yihu/documents';
import { importError, type ImportTold } from './import-told';

/** Where a row's household lives, as far as its row and the programme's units tell. */
export interface Place {
  readonly town?: string;
  readonly village?: string;
  readonly told: readonly ImportTold[];
}

const VILLAGE = /^\d{9}v\d{2}$/;

/** Finds the town and the village of a row, by code or by name. */
export function placeOf(units: readonly ProgrammeUnit[], household: RosterHousehold): Place {
  const { row, titles, townCode, townName, villageCode, villageName } = household;
  const wrong = (column: string | undefined, code: string) => ({ told: [importError(row, column, code)] });

  const towns = units.filter(({ kind }) => kind !== 'village');
  const town = found(towns, townCode, townName);
  if (town === 'differs') return wrong(titles.townName, 'unit-name-differs');
  if (town === undefined) return wrong(titles.townCode ?? titles.townName, 'town-unknown');

  if (villageCode !== undefined && !(VILLAGE.test(villageCode) && covers(town, villageCode))) {
    return { town, ...wrong(titles.villageCode, 'village-elsewhere') };
  }
  const villages = units.filter(({ kind, code }) => kind === 'village' && covers(town, code));
  // A programme that names no village of the town leaves it to the roster to name them by their codes.
  if (villages.length === 0 && villageCode !== undefined) return { town, village: villageCode, told: [] };
  const village = found(villages, villageCode, villageName);
  if (village === 'differs') return { town, ...wrong(titles.villageName, 'unit-name-differs') };
  if (village === undefined) {
    return { town, ...wrong(titles.villageCode ?? titles.villageName, 'village-unknown') };
  }
  return { town, village, told: [] };
}

/** The code of the unit that has this code, or this name, or both. */
function found(
  units: readonly ProgrammeUnit[],
  code: string | undefined,
  name: string | undefined,
): string | 'differs' | undefined {
  const named = name === undefined ? [] : units.filter((unit) => unitKey(unit.name) === unitKey(name));
  if (code === undefined) return named.length === 1 ? named[0]!.code : undefined;
  const unit = units.find((each) => each.code === code);
  return unit && name !== undefined && !named.includes(unit) ? 'differs' : unit?.code;
}
