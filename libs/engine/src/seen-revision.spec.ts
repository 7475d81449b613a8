import { SubjectChanged } from './errors';
import { cleanUp, engineOver, newFolder, openShop, openStore, outcomeOf, request } from './testing/workbench';

afterEach(cleanUp);

async function shopWithVoucher() {
  const engine = engineOver(openStore(newFolder()));
  await openShop(engine, 1_000_000, ['v0']);
  return engine;
}

describe('the revision that the actor has seen', () => {
  it('may be behind by notes that do not matter to the command', async () => {
    const engine = await shopWithVoucher();
    await engine.execute(request('note', 'v0', { text: 'a note' }));
    const buy = request('buy', 'v0', {}, { seenRevision: 0 });
    await expect(engine.execute(buy)).resolves.toMatchObject({ stage: 'bought' });
  });

  it('may not be behind a note that the command names', async () => {
    const engine = await shopWithVoucher();
    await engine.execute(request('note', 'v0', { text: 'a note' }));
    await engine.execute(request('note-price', 'v0', { priceFen: 12_000 }));
    const changed = await outcomeOf(engine.execute(request('buy', 'v0', {}, { seenRevision: 0 })));
    expect(changed).toBeInstanceOf(SubjectChanged);
    expect(changed).toMatchObject({
      seenRevision: 0,
      revision: 2,
      changes: [
        { type: 'NoteAdded', revision: 1, role: 'clerk' },
        { type: 'PriceNoted', revision: 2, role: 'clerk' },
      ],
    });
    const buy = request('buy', 'v0', {}, { seenRevision: 2 });
    await expect(engine.execute(buy)).resolves.toMatchObject({ stage: 'bought' });
  });

  it('may not be behind a move', async () => {
    const engine = await shopWithVoucher();
    await engine.execute(request('buy', 'v0'));
    const note = request('note', 'v0', { text: 'late' }, { seenRevision: 1 });
    await expect(engine.execute(note)).rejects.toMatchObject({
      changes: [{ type: 'VoucherBought', revision: 2 }],
    });
  });

  it('may not lie ahead of the subject', async () => {
    const engine = await shopWithVoucher();
    const changed = await outcomeOf(engine.execute(request('buy', 'v0', {}, { seenRevision: 5 })));
    expect(changed).toMatchObject({ name: 'SubjectChanged', seenRevision: 5, revision: 0, changes: [] });
  });

  it('is judged in a batch on what the batch has done', async () => {
    const engine = await shopWithVoucher();
    const [one, two] = await Promise.all([
      outcomeOf(engine.execute(request('note-price', 'v0', { priceFen: 9_000 }))),
      outcomeOf(engine.execute(request('buy', 'v0', {}, { seenRevision: 0 }))),
    ]);
    expect(one).toMatchObject({ revision: 1 });
    expect(two).toMatchObject({ name: 'SubjectChanged', changes: [{ type: 'PriceNoted', revision: 1 }] });
  });
});
