import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { openEmbeddedStore, type StreamAppend } from '@yihu/event-store';
import { rebuild } from './rebuild';
import { openReadModels } from './database';
import { createProjector } from './projector';
import { caseHistory, CLOSED, FIRST_PAID, SIGNED } from './testing/case-facts';
import { newEvent } from './testing/record';
import { ledgerFact } from '@yihu/domain';

async function main() {
  const CASES = Number(process.argv[2] ?? 5000);
  const folder = mkdtempSync('/tmp/rmbench/');
  const store = openEmbeddedStore({ folder, lock: false });
  const histories = Array.from({ length: CASES }, (_u, n) =>
    caseHistory(`HH${n}`, `50011213${n % 20}`, 'CadresAssigned', ...SIGNED, ...FIRST_PAID, ...CLOSED),
  );
  const steps = histories[0]!.length;
  for (let t = 0; t < 20; t++)
    store.transact((tx) => {
      tx.append({
        takes: [],
        subject: {
          stream: `ledger-2024-${t}`,
          expectedRevision: -1,
          events: [
            newEvent(
              ledgerFact('QuotaAllotted', {
                year: 2024,
                unit: String(t),
                amountFen: 1e12,
                subsidyLineFen: 0,
                rewardLineFen: 0,
              }),
            ),
          ],
        },
        gives: [],
        unchanged: [],
      });
    });
  for (let s = 0; s < steps; s++) {
    for (let from = 0; from < CASES; from += 1000)
      store.transact((tx) => {
        for (let n = from; n < Math.min(from + 1000, CASES); n++) {
          tx.append({
            takes: [],
            subject: {
              stream: `case-2024-${n}`,
              expectedRevision: s - 1,
              events: [newEvent(histories[n]![s]!)],
            },
            gives: [],
            unchanged: [],
          } as { subject: StreamAppend } & never);
        }
      });
  }
  const file = `${folder}/rm.db`;
  for (let i = 0; i < 3; i++) {
    const c0 = process.cpuUsage(); const r = await rebuild({ store, file }); const c = process.cpuUsage(c0); console.log('cpu us/event', ((c.user + c.system) / r.eventCount).toFixed(1));
    console.log(
      'rebuild',
      r.eventCount,
      r.seconds.toFixed(2),
      Math.round(r.eventCount / r.seconds),
      'ev/s',
      'rss',
      Math.round(process.memoryUsage().rss / 1e6),
      'file',
      Math.round(statSync(file).size / 1e6),
    );
  }
  const live = `${folder}/live.db`;
  const models = openReadModels({ file: live });
  const p = createProjector({ store, readModels: models, onError: console.error });
  const t0 = performance.now();
  await p.start();
  await p.caughtUp();
  const sec = (performance.now() - t0) / 1000;
  console.log('live catch-up', sec.toFixed(2), Math.round(p.stats().eventCount / sec), 'ev/s');
  // read-your-writes latency
  const lat: number[] = [];
  for (let n = 0; n < 300; n++) {
    const a = performance.now();
    await store.append({
      takes: [],
      subject: { stream: `case-9-${n}`, expectedRevision: -1, events: [newEvent(histories[n % 100]![0]!)] },
      gives: [],
      unchanged: [],
    });
    const b = performance.now();
    await p.waitFor(`case-9-${n}`, 0, 5000);
    lat.push(performance.now() - b);
    void a;
  }
  lat.sort((x, y) => x - y);
  console.log('wait after append p50', lat[150]!.toFixed(2), 'p99', lat[297]!.toFixed(2));
  await p.stop();
  await models.close();
  await store.close();
  rmSync(folder, { recursive: true });
}
void main();
