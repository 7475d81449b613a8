import { readFileSync, writeFileSync } from 'node:fs';
import { GENERATED, withSections } from './sections';

for (const [file, sections] of Object.entries(GENERATED)) {
  writeFileSync(file, withSections(readFileSync(file, 'utf8'), sections));
}
