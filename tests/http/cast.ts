export const DISTRICT = '500112';
export const TOWN = '500112140';
export const VILLAGE = '500112140v01';
export const OTHER_VILLAGE = '500112140v02';
export const OTHER_TOWN = '500112133';
export const YEAR = 2024;

/** Everyone who works in the tests, by what they are called there. */
export const cast = {
  admin: { office: '区大数据中心', unit: DISTRICT, role: 'administrator' },
  otherAdmin: { office: '区大数据中心', unit: DISTRICT, role: 'administrator' },
  bureau: { office: '区乡村振兴局', unit: DISTRICT, role: 'bureau' },
  supervisor: { office: '区审计局', unit: DISTRICT, role: 'supervisor' },
  leader: { office: '茨竹镇人民政府', unit: TOWN, role: 'town-leader' },
  townCadre: { office: '茨竹镇乡村振兴办', unit: TOWN, role: 'town-cadre' },
  villageCadre: { office: '拾篱村', unit: VILLAGE, role: 'village-cadre' },
  otherVillageCadre: { office: '望山村', unit: OTHER_VILLAGE, role: 'village-cadre' },
  otherTownCadre: { office: '统景镇乡村振兴办', unit: OTHER_TOWN, role: 'town-cadre' },
  finance: { office: '茨竹镇财政办', unit: TOWN, role: 'town-finance' },
  otherFinance: { office: '茨竹镇财政办', unit: TOWN, role: 'town-finance' },
} as const;

export type Person = keyof typeof cast;
