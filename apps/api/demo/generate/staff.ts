import type { Role } from '@yihu/domain';
import { csvText } from './csv';
import { officerName } from './names';
import { digits } from './numbers';
import { DISTRICT } from './programme';
import { TOWNS, villagesOf, type Town } from './towns';

interface Officer {
  /** The office's own key; it stays the same whatever towns are written out. */
  readonly key: string;
  readonly nameNumber: number;
  /** Code of the unit the officer belongs to and answers for. */
  readonly unit: string;
  readonly office: string;
  readonly role: Role;
}

/** Household numbers end at 1,015, so names from here on meet none of theirs. */
const FIRST_TOWN_OFFICER_NAME = 1100;
const NAMES_FOR_ONE_TOWN = 20;
const FIRST_DISTRICT_OFFICER_NAME = 1400;

const HEADER = ['工号', '姓名', '单位代码', '单位', '角色', '辖区'];

export function staffCsv(towns: readonly Town[]): string {
  return csvText(
    HEADER,
    [...districtOfficers(), ...towns.flatMap(townOfficers)].map((officer) => ({
      工号: officer.key,
      姓名: officerName(officer.nameNumber),
      单位代码: officer.unit,
      单位: officer.office,
      角色: officer.role,
      辖区: officer.unit,
    })),
  );
}

function districtOfficers(): readonly Officer[] {
  const posts: readonly (readonly [key: string, role: Role, office: string])[] = [
    ['M-1', 'administrator', '渝北区大数据中心'],
    ['M-2', 'administrator', '渝北区大数据中心'],
    ['B-1', 'bureau', '渝北区乡村振兴局'],
    ['B-2', 'bureau', '渝北区乡村振兴局'],
    ['S-1', 'supervisor', '渝北区审计局'],
  ];
  return posts.map(([key, role, office], index) => ({
    key,
    role,
    office,
    unit: DISTRICT,
    nameNumber: FIRST_DISTRICT_OFFICER_NAME + index,
  }));
}

/** Two town cadres and two people in finance, as every payment needs a second person; one cadre a village. */
function townOfficers(town: Town): readonly Officer[] {
  const tag = town.code.slice(-3);
  const inTown = (key: string, role: Role, office: string) => ({
    key: key.replace('-', `${tag}-`),
    role,
    unit: town.code,
    office: `${town.name}${office}`,
  });
  const officers = [
    inTown('L-1', 'town-leader', '人民政府'),
    inTown('T-1', 'town-cadre', '乡村振兴办公室'),
    inTown('T-2', 'town-cadre', '乡村振兴办公室'),
    inTown('N-1', 'town-finance', '财政办公室'),
    inTown('N-2', 'town-finance', '财政办公室'),
    ...villagesOf(town).map((village, index) => ({
      key: `V${tag}-${digits(index + 1, 2)}`,
      role: 'village-cadre' as const,
      unit: village.code,
      office: `${town.name}${village.name}村民委员会`,
    })),
  ];
  const firstName = FIRST_TOWN_OFFICER_NAME + NAMES_FOR_ONE_TOWN * TOWNS.indexOf(town);
  return officers.map((officer, index) => ({ ...officer, nameNumber: firstName + index }));
}
