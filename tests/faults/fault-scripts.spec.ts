import { runScript, scriptsOf, type ScriptOutcome } from './fault-script';

const SCRIPTS = process.env['YIHU_LONG'] ? 200 : 20;
const SEED = Number(process.env['YIHU_SEED'] ?? 2024);

it(`F7 ${SCRIPTS} scripts of faults leave nothing lost, nothing doubled, nothing open and no call behind`, async () => {
  const outcomes: ScriptOutcome[] = [];
  for (const [index, script] of scriptsOf(SEED, SCRIPTS).entries()) {
    const outcome = await runScript(script);
    outcomes.push(outcome);
    if (process.env['YIHU_REPORT']) {
      const told = Object.entries(outcome).map(([name, count]) => `${count} ${name}`);
      process.stdout.write(`script ${SEED}/${index}: ${told.join(', ')}\n`);
    }
    expect(outcome).toMatchObject({
      lost: 0,
      doubled: 0,
      open: 0,
      objections: 0,
      openCalls: 0,
      unhandled: 0,
    });
  }
  const sum = (name: keyof ScriptOutcome) => outcomes.reduce((all, each) => all + each[name], 0);
  if (process.env['YIHU_REPORT']) {
    process.stdout.write(
      `${SCRIPTS} scripts, ${sum('faults')} faults: ${sum('lost')} lost, ${sum('doubled')} doubled, ${sum('open')} open\n`,
    );
  }
  // The faults must have struck for this to mean anything, and work must have gone on.
  expect(sum('faults')).toBeGreaterThan(SCRIPTS);
  expect(sum('acknowledged')).toBeGreaterThan(SCRIPTS * 6);
}, 3_600_000);
