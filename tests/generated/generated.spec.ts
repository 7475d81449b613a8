import { readFileSync } from 'node:fs';
import { GENERATED, withSections } from './sections';

describe('generated sections', () => {
  it.each(Object.keys(GENERATED))('of %s are what the code says now (npm run generate)', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(withSections(text, GENERATED[file]!)).toBe(text);
  });
});
