/** `500112` district, `500112140` town, `500112140v03` village. */
export const UNIT_PATTERN = /^\d{6}(\d{3}(v\d{2})?)?$/;

/** A territory covers a unit when it is the unit or stands above it. */
export function covers(territory: string, unit: string): boolean {
  return unit.startsWith(territory);
}

export function townOf(unit: string): string {
  return unit.slice(0, 9);
}
