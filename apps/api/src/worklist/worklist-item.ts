import type { CaseHousehold, WorklistItem, WorklistReason } from '@yihu/api-contract';
import { dayInShanghai } from '@yihu/domain';
import { dueOn, type ListedTask } from '@yihu/read-models';
import type { PoliciesToday } from '../programmes/policies.service';

const DAY_MS = 24 * 60 * 60 * 1000;

/** These are signed on the acceptance (F3), and every other signature of a case is on its plan. */
const ON_ACCEPTANCE: readonly string[] = [
  'sign-acceptance-as-household',
  'sign-acceptance-as-village',
  'accept-work',
];

/** One thing to do, or that was done, as it is shown. `household` is that of a case. */
export function worklistItem(
  listed: ListedTask,
  household: CaseHousehold | undefined,
  { today, policies }: PoliciesToday,
): WorklistItem {
  const { key, kind, subjectId, task, year, town, village, count, since, dueGroup, revision } = listed;
  const due = dueOn(listed, policies);
  const reason = reasonOf(listed, policies);
  return {
    key: `${key}/${task}`,
    kind,
    subjectId,
    task,
    year,
    town,
    ...(village !== null && { village }),
    ...(household && { household }),
    ...caseParts(listed),
    count,
    amountFen: listed.case?.subsidyFen ?? listed.amountFen,
    rewardFen: listed.case?.rewardFen ?? listed.rewardFen,
    since,
    waitingDays: (Date.parse(today) - Date.parse(dayInShanghai(since))) / DAY_MS,
    ...(due !== undefined && { dueOn: due }),
    dueGroup,
    ...(reason && { reason }),
    revision,
  };
}

function caseParts({ task, case: found }: ListedTask): Partial<WorklistItem> {
  if (!found) return {};
  const { activity, stage, planVersion, contentHash, acceptanceHash } = found;
  const signed = ON_ACCEPTANCE.includes(task) ? acceptanceHash : contentHash;
  return {
    ...(activity !== null && { activity }),
    stage,
    planVersion,
    ...(signed !== null && { contentHash: signed }),
  };
}

function reasonOf(
  { reason, case: found, policyVersion, year }: ListedTask,
  policies: PoliciesToday['policies'],
): WorklistReason | undefined {
  if (reason !== null) return reason;
  const policy = policies.find(
    (each) => each.year === year && (policyVersion === null ? each.isNewest : each.version === policyVersion),
  );
  return found && policy && found.subsidyFen === policy.subsidyCapFen ? 'at-cap' : undefined;
}
