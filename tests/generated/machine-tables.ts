import { caseWorkflow, STAGES } from '@yihu/domain';
import { type Node } from '@yihu/workflow';

interface Edge {
  readonly from: Node;
  readonly fact: string;
  readonly to: Node;
}

/** Every move of the case machine, found by walking it. */
function walk(): readonly Edge[] {
  const memo = caseWorkflow.memo!;
  const nodes = new Map([[memo.initial.key, memo.initial]]);
  const edges: Edge[] = [];
  for (const from of nodes.values()) {
    for (const fact of caseWorkflow.moves) {
      const to = memo.next(from, fact);
      if (!to) continue;
      edges.push({ from, fact, to });
      nodes.set(to.key, to);
    }
  }
  return edges;
}

const edges = walk();
const unique = (values: readonly string[]) => [...new Set(values)];

/** The stages as a Mermaid diagram; moves within a stage are left out. */
export function stageDiagram(): string {
  const arrows = new Map<string, string[]>();
  for (const { from, fact, to } of edges) {
    if (from.stage === to.stage) continue;
    const key = `${from.stage} --> ${to.stage}`;
    arrows.set(key, unique([...(arrows.get(key) ?? []), fact]));
  }
  const names = ['unopened', ...STAGES];
  const idOf = (stage: string) => stage.replaceAll('-', '_');
  const declared = names.map((stage) => `  state "${stage}" as ${idOf(stage)}`);
  const drawn = [...arrows].map(([key, facts]) => {
    const [from, to] = key.split(' --> ');
    return `  ${idOf(from!)} --> ${idOf(to!)}: ${facts.join(', ')}`;
  });
  return ['```mermaid', 'stateDiagram-v2', ...declared, ...drawn, '```'].join('\n');
}

/** Stage by stage: its places, the facts that enter it from another stage, and where it leads. */
export function stageTable(): string {
  const rows = STAGES.map((stage) => {
    const places = unique(
      edges
        .flatMap(({ from, to }) => [from, to])
        .filter((node) => node.stage === stage)
        .map(placeIn),
    );
    const entered = edges
      .filter(({ from, to }) => to.stage === stage && from.stage !== stage)
      .map(({ fact }) => fact);
    const leads = edges
      .filter(({ from, to }) => from.stage === stage && to.stage !== stage)
      .map(({ to }) => to.stage);
    return [
      `\`${stage}\``,
      places.join(', '),
      unique(entered).join(', '),
      unique(leads).join(', ') || 'nothing',
    ];
  });
  return table(['stage', 'places in it', 'entered by', 'leads to'], rows);
}

/** The last part of a place, without the amendment that goes on beside it. */
function placeIn({ key, stage }: Node): string {
  const progress = /progress\.([^ }]+)/.exec(key)?.[1] ?? key;
  return progress === stage ? '–' : progress.slice(progress.indexOf('.') + 1);
}

/** Moves of a case with the stages they leave and reach. */
export function movesOf(fact: string): string {
  const paths = edges
    .filter((edge) => edge.fact === fact)
    .map(({ from, to }) => `${from.stage} → ${to.stage}`);
  return unique(paths).join('; ');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
