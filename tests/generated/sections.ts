import { stageDiagram, stageTable } from './machine-tables';
import { commandTable, factTable, ruleTable } from './rulebook-tables';

/** What is written by the code into documents written by people, by file and section. */
export const GENERATED: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'README.md': { 'stage diagram': stageDiagram },
  'libs/domain/README.md': {
    stages: stageTable,
    facts: factTable,
    commands: commandTable,
    rules: ruleTable,
  },
};

/** Puts each generated section between its two marks. Throws when a mark is missing. */
export function withSections(text: string, sections: Readonly<Record<string, () => string>>): string {
  return Object.entries(sections).reduce((result, [name, write]) => {
    const [open, close] = [`<!-- generated: ${name} -->`, `<!-- end of ${name} -->`];
    const [from, until] = [result.indexOf(open), result.indexOf(close)];
    if (from < 0 || until < from) throw new Error(`no place for the generated section ${name}`);
    return `${result.slice(0, from + open.length)}\n\n${write()}\n\n${result.slice(until)}`;
  }, text);
}
