import { rulebook } from '@yihu/domain';
import { leg, openOffice } from '@yihu/domain/testing';
import { createEngine } from '@yihu/engine';
import { knifeOver, openCutOffPlace, type CutOffPlace } from './cut-off';
import { replay, requestOf } from './replay';

let place: CutOffPlace;
beforeEach(async () => {
  place = await openCutOffPlace();
});
afterEach(() => place.close());

const HOUSEHOLDS = 15;

it.each([undefined, 2])(
  'A11 a batch of many cases names all its streams once and not with each fact, also when it is cut off (after %s)',
  async (after) => {
    const desk = openOffice({ households: HOUSEHOLDS });
    const caseIds = Array.from({ length: HOUSEHOLDS }, (_, index) => leg.toCadreSigned(desk, index + 1));
    leg.file(desk, ...caseIds);
    leg.draw(desk, 1, 'p1', ...caseIds);
    const drawn = desk.done.pop()!;
    await replay(createEngine({ store: place.store, rulebook }), desk);
    const knife = knifeOver(place.store);
    knife.after = after;
    const { command, commandId, subjectId, wish } = drawn;
    const engine = createEngine({ store: knife.store, rulebook });
    await engine
      .execute(requestOf(commandId, command, subjectId, wish.by, wish.at, wish.input!))
      .catch((error: unknown) => expect([knife.hasCut, error]).toEqual([true, expect.any(Error)]));
    expect(await place.mendAll(wish.at)).toMatchObject({ failures: [], open: [] });
    const events = (await place.events()).filter(({ metadata }) => metadata['commandId'] === commandId);
    const cases = caseIds.map((caseId) => `case-${caseId}`);
    const all = [events[0]!.stream, 'payment-p1', ...cases];
    const told = new Map<string, unknown>();
    for (const { stream, metadata } of events)
      if (!told.has(stream)) told.set(stream, metadata['decisionStreams']);
    expect([...told.keys()]).toEqual(all);
    expect(cases.map((stream) => told.get(stream))).toEqual(
      cases.map((stream, index) => (index === 0 ? all : ['payment-p1', stream])),
    );
    const [first, ...others] = events.filter(({ stream }) => stream === all[0]);
    expect(first!.metadata['decisionStreams']).toEqual(all);
    expect(others.map(({ metadata }) => metadata['decisionStreams'])).toEqual(others.map(() => []));
    expect((await place.recount()).problems).toEqual([]);
  },
  60_000,
);
