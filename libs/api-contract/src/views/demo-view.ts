import type { Role } from '@yihu/domain';

/** Someone a demo's visitor can be. */
export interface DemoAccount {
  /** The number in the staff file, `T140-1`. */
  readonly key: string;
  readonly staffId: string;
  readonly name: string;
  readonly office: string;
  readonly role: Role;
  readonly territory: string;
  readonly surface: 'desk' | 'phone';
}

/** A case worth a look, and as whom to look at it. */
export interface DemoStory {
  readonly story: string;
  readonly caseId: string;
  readonly town: string;
  readonly accountKey: string;
}

/** What the first page of a demo needs before anybody signs in. It says nothing about any person. */
export interface DemoView {
  /** The demo's clock, which runs on (UTC). */
  readonly now: string;
  readonly year: number;
  readonly districtName: string;
  readonly towns: number;
  readonly households: number;
  readonly quotaFen: number;
  readonly deadlines: { readonly completion: string; readonly noticePhotos: string };
  readonly accounts: readonly DemoAccount[];
  readonly stories: readonly DemoStory[];
}
