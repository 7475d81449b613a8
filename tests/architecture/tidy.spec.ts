import { readFileSync } from 'node:fs';
import layout from '../../infra/layout.cjs';
import { sourcesOf } from './sources';

/** Tables of facts, rules and commands, and tests that are tables, may be longer. */
const TABLES = /\/case\/(rules|commands)\.ts$|\.spec\.ts$|\/testing\/|\/contract\//;
const MAX_LINES = 300;

const sources = layout.flatMap((row) => sourcesOf(row.place));

describe('the sources are tidy', () => {
  it('in length', () => {
    const long = sources.filter(
      ({ file, text }) => !TABLES.test(file) && text.split('\n').length > MAX_LINES,
    );
    expect(long.map(({ file }) => file)).toEqual([]);
  });

  it('without leftovers', () => {
    // Put together here, so that this file is not found by its own search.
    const leftovers = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', '@ts-' + 'ignore', 'eslint-' + 'disable'].join('|'),
    );
    expect(sources.filter(({ text }) => leftovers.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('with no test left out or alone', () => {
    const alone = new RegExp(`\\b(it|test|describe)\\.${'(only|skip)'}\\(`);
    expect(sources.filter(({ text }) => alone.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('and the lock file names no registry', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved": "http');
  });
});
