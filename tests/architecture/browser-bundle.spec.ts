import { buildSync } from 'esbuild';
import { createContext, runInContext } from 'node:vm';

/** Bundles a lib as a page would load it. A `node:` import anywhere below it fails the build. */
function bundle(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'lib',
    tsconfig: 'tsconfig.base.json',
    logLevel: 'silent',
  });
  return outputFiles[0]!.text;
}

/** Runs code where nothing of Node is in reach. */
function inBareContext(code: string): unknown {
  return runInContext(code, createContext({ TextEncoder }));
}

describe('the pure libs run in a browser', () => {
  it('moves a case, hashes content and counts money by the domain', () => {
    const stage = inBareContext(
      `${bundle('libs/domain/src/index.ts')}
       const { initial } = lib.caseWorkflow.memo;
       const opened = lib.caseWorkflow.memo.next(initial, 'CaseOpened');
       [opened.stage, lib.contentHash({ a: 1 }).length, lib.lineAmountFen(1500, 543)].join(' ')`,
    );
    expect(stage).toBe('drafted 64 815');
  });

  it('defines and folds a workflow', () => {
    const keys = inBareContext(
      `${bundle('libs/workflow/src/index.ts')}; typeof lib.defineWorkflow + typeof lib.explain`,
    );
    expect(keys).toBe('functionfunction');
  });

  it('would not bundle a lib that needs Node', () => {
    expect(() => bundle('libs/vault/src/index.ts')).toThrow();
  });
});
