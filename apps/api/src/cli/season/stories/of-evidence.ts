import type { CaseFacts, NoticeFacts } from '@yihu/domain';
import type { CaseHistory, Found, History } from './history';
import { factsOf, inOrder, storyOfCases, told, type Scene, type Story } from './story';

const fact = factsOf<CaseFacts>();
const ofNotice = factsOf<NoticeFacts>();

/** What notices, photos and days show. */
export const STORIES_OF_EVIDENCE: readonly Story[] = [
  { name: 'photo-reused', what: '同一张照片用于两户', find: reusedPhotos },
  storyOfCases('notice-missed', '备案时不在任何公示上，补公示后才拨付', ({ caseId, facts }, history) => {
    const found = inOrder(facts, fact('PlanFiled'), fact('FirstTranchePaid'));
    const postings = found && postingsOf(history, caseId);
    if (!found || !postings || postings.length === 0) return undefined;
    const [filed, paid] = found;
    return postings.every(({ recordedAt }) => recordedAt > filed!.recordedAt)
      ? [filed!, ...postings, paid!]
      : undefined;
  }),
  { name: 'notice-taken-down', what: '公示未满期被取下，重新张贴后期满', find: takenDown },
  storyOfCases('late', '获准延期，逾期验收', ({ facts }) =>
    inOrder(
      facts,
      fact('ExtensionGranted'),
      fact('WorkAccepted', ({ late }) => late),
    ),
  ),
  { name: 'photos-late', what: '公示照片逾期报区', find: latePhotos },
];

function reusedPhotos(history: History): readonly Scene[] {
  const byPhoto = new Map<string, { readonly each: CaseHistory; readonly found: Found }[]>();
  for (const each of history.cases) {
    for (const found of each.facts.filter(fact('AcceptanceDrafted'))) {
      for (const photo of (found.data as CaseFacts['AcceptanceDrafted']).photos) {
        byPhoto.set(photo, [...(byPhoto.get(photo) ?? []), { each, found }]);
      }
    }
  }
  const shared = [...byPhoto.values()].filter((uses) => new Set(uses.map(({ each }) => each)).size > 1);
  return shared.map((uses) => ({
    town: uses[0]!.each.town,
    caseIds: uses.map(({ each }) => each.caseId),
    facts: uses.map(({ found }) => told(found)),
  }));
}

/** The plan notices that show a case. */
function postingsOf(history: History, caseId: string): readonly Found[] {
  const shows = ofNotice(
    'NoticePosted',
    ({ kind, entries }) => kind === 'plan' && entries.some((entry) => entry.caseId === caseId),
  );
  return [...history.streams('notice').values()].flat().filter(shows);
}

function takenDown(history: History): readonly Scene[] {
  return eachNotice(history, (facts) =>
    inOrder(
      facts,
      ofNotice('NoticePosted'),
      ofNotice('NoticeInterrupted'),
      ofNotice('NoticePosted'),
      ofNotice('NoticeCompleted'),
    ),
  );
}

function latePhotos(history: History): readonly Scene[] {
  return eachNotice(history, (facts) =>
    inOrder(
      facts,
      ofNotice('NoticePhotosFiled'),
      ofNotice('NoticePhotosReceived', ({ late }) => late),
    ),
  );
}

function eachNotice(
  history: History,
  tell: (facts: readonly Found[]) => readonly Found[] | undefined,
): readonly Scene[] {
  return [...history.streams('notice').values()].flatMap((facts) => {
    const found = tell(facts);
    if (!found) return [];
    const { unit, entries } = facts[0]!.data as NoticeFacts['NoticePosted'];
    const caseIds = entries.map((entry) => entry.caseId);
    return [{ town: unit.slice(0, TOWN_CODE_LENGTH), caseIds, facts: found.map(told) }];
  });
}

const TOWN_CODE_LENGTH = 9;
