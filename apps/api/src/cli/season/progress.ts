/** Tells on standard error how far the season is; on a terminal as one line that changes. */
export interface Progress {
  day(date: string, what: string): void;
  done(): void;
  end(): void;
}

/** Drawing each single step would cost more than the step. */
const STEPS_A_DRAWING = 16;

export function showProgress(stream: NodeJS.WriteStream, isQuiet: boolean): Progress {
  let current = '';
  let steps = 0;
  const draw = () => {
    if (!isQuiet && stream.isTTY) stream.write(`\r\u001b[K${current} ${steps}`);
  };
  return {
    day(date, what) {
      const next = `${date} ${what}`;
      if (next === current) return;
      if (!isQuiet && current !== '') stream.write(stream.isTTY ? '\n' : '');
      current = next;
      steps = 0;
      if (isQuiet) return;
      if (stream.isTTY) draw();
      else stream.write(`${current}\n`);
    },
    done() {
      steps += 1;
      if (steps % STEPS_A_DRAWING === 0) draw();
    },
    end() {
      draw();
      if (!isQuiet && stream.isTTY) stream.write('\n');
    },
  };
}
