import { showProgress } from './progress';

function watchedStream(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  return { stream, written };
}

const FIRST = { date: '2024-03-22', what: '镇帮扶责任人签字', played: 1, all: 4 };

it('is one bar on a terminal, with percent, day, what is done, how often, and the time it took', () => {
  const { stream, written } = watchedStream(true);
  let nowMs = 0;
  const progress = showProgress(stream, () => nowMs);
  progress.step(FIRST);
  nowMs = 1_500;
  for (let each = 0; each < 16; each += 1) progress.done();
  progress.end();
  expect(written).toEqual([
    '\r\u001b[K██████░░░░░░░░░░░░░░░░░░  25%  2024-03-22  镇帮扶责任人签字  0.0s',
    '\r\u001b[K██████░░░░░░░░░░░░░░░░░░  25%  2024-03-22  镇帮扶责任人签字 16  1.5s',
    '\r\u001b[K████████████████████████ 100%  2024-03-22  镇帮扶责任人签字  1.5s\n',
  ]);
});

it('is a plain line for each step elsewhere', () => {
  const { stream, written } = watchedStream(false);
  const progress = showProgress(stream, () => 0);
  progress.step(FIRST);
  for (let each = 0; each < 16; each += 1) progress.done();
  progress.end();
  expect(written).toEqual([' 25%  2024-03-22  镇帮扶责任人签字  0.0s\n']);
});
