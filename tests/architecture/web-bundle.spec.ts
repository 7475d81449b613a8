import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUILT = join(__dirname, '../../dist/apps/web');

interface Chunk {
  readonly file: string;
  /** Chunks that are loaded with this one. */
  readonly imports?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')) as Manifest;
}

/** The scripts that a screen needs: those of its chunks and of everything that comes with them. */
function scriptsOf(names: readonly string[]): readonly string[] {
  const chunks = manifest();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    const chunk = chunks[name];
    if (!chunk) throw new Error(`the build holds no ${name}`);
    if (seen.has(name)) return;
    seen.add(name);
    chunk.imports?.forEach(visit);
  };
  names.forEach(visit);
  return [...seen].map((name) => chunks[name]!.file).filter((file) => file.endsWith('.js'));
}

function gzippedBytes(scripts: readonly string[]): number {
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).length, 0);
}

it.each([
  ['the phone at its first use, a case opened', 250, ['m.html', 'src/routes/phone/case-screen.tsx']],
  ['the desk with its inbox and a case', 450, ['index.html', 'src/routes/desk/inbox.tsx']],
])('%s loads at most %d kB of JavaScript, gzipped', (_screen, limitKilobytes, names) => {
  const bytes = gzippedBytes(scriptsOf(names));
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(limitKilobytes * 1000);
});

it('the phone loads nothing of the desk, and the desk nothing of the phone', () => {
  const textOf = (names: readonly string[]) =>
    scriptsOf(names)
      .map((file) => readFileSync(join(BUILT, file), 'utf8'))
      .join('\n');
  expect(textOf(['m.html'])).not.toContain('ant-btn');
  expect(textOf(['index.html', 'src/routes/desk/inbox.tsx'])).not.toContain('adm-button');
});
