import { fieldOfLine, lineOfField, reasonsByField, textOfReasons } from './fields';

it('a cell is called by its row from 1 and its column', () => {
  expect(fieldOfLine(1, 'quantityMilli')).toBe('lines.1.quantityMilli');
  expect(lineOfField('lines.12.amountFen')).toEqual({ lineNo: 12, column: 'amountFen' });
  expect(lineOfField('forecastFen')).toBeUndefined();
});

it('what was wrong with each field comes back field by field (situation 8)', () => {
  const text = textOfReasons(
    [
      { label: '第 1 行数量', reason: '多于圈舍\n能养的数' },
      { label: '预计收入', reason: '没有依据：请附算式' },
    ],
    ' 改后再报 ',
  );
  expect(text).toBe('第 1 行数量：多于圈舍 能养的数\n预计收入：没有依据：请附算式\n改后再报');
  expect(reasonsByField({ fields: ['lines.1.quantityMilli', 'forecastFen'], text })).toEqual({
    'lines.1.quantityMilli': '多于圈舍 能养的数',
    forecastFen: '没有依据：请附算式',
  });
});

it('a return with one text for all fields says it at each of them', () => {
  expect(reasonsByField({ fields: ['lines.1.item', 'rewardFen'], text: '请与本户再核实。' })).toEqual({
    'lines.1.item': '请与本户再核实。',
    rewardFen: '请与本户再核实。',
  });
  expect(reasonsByField({ fields: ['lines.2'], text: '与圈舍面积不符' })).toEqual({
    'lines.2.item': '与圈舍面积不符',
  });
  expect(reasonsByField({ fields: ['rewardFen'] })).toEqual({ rewardFen: '' });
});
