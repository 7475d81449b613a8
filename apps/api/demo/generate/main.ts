import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFiles } from './files';

/** Writes the demo files into the folder named on the command line. */
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder to write the demo files into.');

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(demoFiles())) {
  writeFileSync(join(folder, name), text);
  process.stdout.write(`${join(folder, name)}\n`);
}
