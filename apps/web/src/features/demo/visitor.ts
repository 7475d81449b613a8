import type { DemoAccount, DemoStory, DemoView } from '@yihu/api-contract';

/** An account of a role, of the town that the stories tell of first where there is one. */
export function accountOf(
  { accounts, stories }: Pick<DemoView, 'accounts' | 'stories'>,
  role: DemoAccount['role'],
): DemoAccount | undefined {
  const ofRole = accounts.filter((account) => account.role === role);
  const told = stories.find(({ town }) => ofRole.some(({ territory }) => territory.startsWith(town)));
  return ofRole.find(({ territory }) => told && territory.startsWith(told.town)) ?? ofRole[0];
}

/** Stories in which a case went back and came again, the one with the most offices in it first. */
const RETURNED = ['returned-town', 'filing-returned', 'returned-village'];

/** The case that is best watched step by step. */
export function storyToReplay({ stories }: Pick<DemoView, 'stories'>): DemoStory | undefined {
  return RETURNED.map((name) => stories.find(({ story }) => story === name)).find(Boolean) ?? stories[0];
}

/** A page as somebody of the demo sees it. */
export function placeAs(path: string, accountKey: string | undefined): string {
  if (accountKey === undefined) return path;
  return `${path}${path.includes('?') ? '&' : '?'}as=${encodeURIComponent(accountKey)}`;
}
