import { csvOf } from './csv';

it('a cell that begins like a formula stays a text (AUD-02)', () => {
  const names = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\tx', '\rx'];
  const cells = csvOf(names.map((name) => [name])).slice(1);
  expect(cells).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
  for (const line of cells.split('\r\n').filter((each) => each !== '')) {
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
  }
});

it('begins with the mark of UTF-8, and keeps commas, quotes and line breaks inside their cell', () => {
  expect(
    csvOf([
      ['户主', '说明'],
      ['甲', '一,"二"\n三'],
    ]),
  ).toBe('\uFEFF户主,说明\r\n甲,"一,""二""\n三"\r\n');
});

it('a number stays a number', () => {
  expect(csvOf([[-1, 2]])).toBe('\uFEFF-1,2\r\n');
});
