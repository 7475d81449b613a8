import type { DemoStory } from '@yihu/api-contract';
import type { DemoNotes } from '../../session/demo-notes';
import type { Journey } from '../season/cast';
import type { Season } from '../season/season-of';
import type { Picture } from './picture';

/** What a visitor is told: as whom to look, and at what. */
export function notesOf(season: Season, picture: Picture): DemoNotes {
  const { definition } = season.files;
  return {
    districtName: definition.name.split(String(definition.year))[0]!,
    accounts: accountsOf(season, picture),
    stories: storiesOf(season, picture),
  };
}

function accountsOf({ files, office }: Season, { home }: Picture): DemoNotes['accounts'] {
  const { villageCadre, townCadre, cast } = home;
  const oneOf = (role: string) => files.staff.find((each) => each.role === role)!.key;
  const desks = [
    townCadre,
    cast.leader,
    ...cast.finance,
    ...['bureau', 'supervisor', 'administrator'].map(oneOf),
  ];
  return [
    { key: villageCadre, staffId: office.idOf(villageCadre), surface: 'phone' },
    ...desks.map((key) => ({ key, staffId: office.idOf(key), surface: 'desk' as const })),
  ];
}

/** Five cases, those of the home town before others. A small demo may lack some. */
function storiesOf(
  { files, casts, bureau }: Season,
  { home, parts, everyone }: Picture,
): readonly DemoStory[] {
  const { townCadre, cast } = home;
  const supervisor = files.staff.find((each) => each.role === 'supervisor')!.key;
  // Who came farthest shows most.
  const inOrder = [...parts.secondPaid, ...casts.flatMap(({ journeys }) => journeys), ...everyone];
  const told = (name: string) => inOrder.find(({ household }) => household.year.story === name);
  const story = (name: string, journey: Journey | undefined, accountKey: string): readonly DemoStory[] =>
    journey ? [{ story: name, caseId: journey.caseId, town: journey.household.town, accountKey }] : [];
  const returned = ['returned-town', 'returned-village'].find(told);
  const partial = story('partial', told('partial'), supervisor);
  const paidTwice = told('bank-returned');
  const payer = paidTwice?.household.town === cast.town.code ? cast.finance[0] : supervisor;
  return [
    ...story('no-room', parts.tooBig[0], townCadre),
    ...(returned === undefined ? [] : story(returned, told(returned), supervisor)),
    ...story('bank-returned', paidTwice, payer),
    ...story('filing-returned', told('filing-returned'), bureau),
    ...(told('notice-missed') ? story('notice-missed', told('notice-missed'), bureau) : partial),
  ];
}
