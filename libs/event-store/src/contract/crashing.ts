import { useBench } from './bench';
import { crashDecision, crashEventCount, crashStreams } from './crash-decision';
import type { StoreFixture, StorePlace } from './fixture';

const killCount = process.env['YIHU_LONG'] ? 50 : 5;

/** T12: whatever moment the power goes, an append is whole or absent, and a repeat settles which. */
export function describeCrashing<Place extends StorePlace>(fixture: StoreFixture<Place>): void {
  const { killWriter } = fixture.faults;
  if (!killWriter) return;
  const bench = useBench(fixture);

  it(`T12 F1 after ${killCount} kills every acknowledged decision is there and none is half there`, async () => {
    let first = 0;
    for (let kill = 0; kill < killCount; kill += 1) {
      const acknowledged = await killWriter(bench.place, first);
      const store = await bench.open();
      for (let number = first; number < first + acknowledged + 2; number += 1) {
        const slices = await Promise.all(crashStreams(number).map((stream) => store.read(stream)));
        const counts = new Set(slices.map((slice) => slice.events.length));
        const whole = number < first + acknowledged ? [crashEventCount] : [crashEventCount, 0];
        expect([...counts].every((count) => whole.includes(count))).toBe(true);
        if (fixture.atomic) expect(counts.size).toBe(1);
      }
      // The decision in flight is settled by its repeat, however it stood.
      first += acknowledged;
      await store.append(crashDecision(first));
      expect((await store.read(crashStreams(first)[1])).events).toHaveLength(crashEventCount);
      first += 1;
      await bench.closeAll();
    }
    expect(first).toBeGreaterThan(killCount);
  });
}
