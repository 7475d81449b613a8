/** Tells on standard error how far the season is. */
export interface Progress {
  /** The season turns to its next step. */
  step(step: StepTold): void;
  /** One more thing of this step is done. */
  done(): void;
  end(): void;
}

export interface StepTold {
  readonly date: string;
  readonly what: string;
  /** How much is behind, of how much. */
  readonly played: number;
  readonly all: number;
}

/** For whoever wants to see nothing. */
export const silent: Progress = { step: () => undefined, done: () => undefined, end: () => undefined };

/** Drawing each single thing done would cost more than doing it. */
const DONE_A_DRAWING = 16;

const BAR_CELLS = 24;

/** On a terminal one bar that fills; elsewhere a plain line for each step. */
export function showProgress(
  stream: NodeJS.WriteStream,
  clock: () => number = () => performance.now(),
): Progress {
  const startedMs = clock();
  let told: StepTold | undefined;
  let doneCount = 0;
  const line = ({ date, what, played, all }: StepTold) => {
    const percent = Math.floor((played * 100) / all);
    const seconds = ((clock() - startedMs) / 1000).toFixed(1);
    const bar = stream.isTTY ? `${barOf(played / all)} ` : '';
    const count = doneCount > 0 ? ` ${doneCount}` : '';
    return `${bar}${String(percent).padStart(3)}%  ${date}  ${what}${count}  ${seconds}s`;
  };
  const draw = () => {
    if (told && stream.isTTY) stream.write(`\r\u001b[K${line(told)}`);
  };
  return {
    step(next) {
      told = next;
      doneCount = 0;
      if (stream.isTTY) draw();
      else stream.write(`${line(next)}\n`);
    },
    done() {
      doneCount += 1;
      if (doneCount % DONE_A_DRAWING === 0) draw();
    },
    end() {
      if (!told) return;
      doneCount = 0;
      told = { ...told, played: told.all };
      if (stream.isTTY) stream.write(`\r\u001b[K${line(told)}\n`);
    },
  };
}

function barOf(share: number): string {
  const filled = Math.round(share * BAR_CELLS);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)}`;
}
