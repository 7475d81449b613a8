import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFiles } from './files';

/** Writes the demo files into the folder named on the command line. */
async function writeDemoFiles(folder: string | undefined): Promise<void> {
  if (!folder) throw new Error('Name the folder to write the demo files into.');
  const files = await demoFiles();
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(folder, name), bytes);
    process.stdout.write(`${join(folder, name)}\n`);
  }
}

void writeDemoFiles(process.argv[2]);
