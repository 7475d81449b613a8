import { unitKey } from './clean-text';
import type { SheetCell } from './sheet';

/** Why a row is passed over. Whoever imports is told of each. */
export type WhySkipped = 'title' | 'example' | 'total' | 'note';

const EXAMPLE = /^示例|[(【[]示例[)】\]]/;
const TOTAL = /^(合计|总计|小计|共计)/;

/** Whether a row below the titles speaks of no household: an example left in, a total, a note at the foot. */
export function whyNoHousehold(cells: readonly (SheetCell | undefined)[]): WhySkipped | undefined {
  const texts = cells.flatMap((cell) => (cell ? [unitKey(cell.raw)] : [])).filter((text) => text !== '');
  if (texts.some((text) => EXAMPLE.test(text))) return 'example';
  if (TOTAL.test(texts[0] ?? '')) return 'total';
  return texts.length <= 1 ? 'note' : undefined;
}
