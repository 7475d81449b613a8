import type { CommandName } from './command-routes';

/**
 * What a person fills in to give a command. Commands of one form have the same request, so a screen is made for
 * a form and never for a command.
 */
export type CommandForm =
  | 'sign'
  | 'sign-for-household'
  | 'accept'
  | 'return'
  | 'rectify'
  | 'reason'
  | 'statement'
  | 'withdraw'
  | 'plan'
  | 'completion'
  | 'acceptance'
  | 'file'
  | 'sheet'
  | 'sheet-reason'
  | 'seal'
  | 'receive'
  | 'cases'
  | 'approve'
  | 'release'
  | 'results'
  | 'notice'
  | 'notice-photo'
  | 'posting'
  | 'receipt'
  | 'nothing';

type Forms = Readonly<Partial<Record<CommandName, CommandForm>>>;

/** The form of each command that has a screen. */
export const COMMAND_FORMS = {
  draftPlan: 'plan',
  signAsHousehold: 'sign-for-household',
  signAsVillage: 'sign',
  signAsTown: 'sign',
  withdrawHouseholdSignature: 'reason',
  withdrawVillageSignature: 'reason',
  withdrawTownSignature: 'reason',
  returnPlan: 'return',
  returnFiling: 'return',
  filePlan: 'file',
  reportCompletion: 'completion',
  draftAcceptance: 'acceptance',
  signAcceptanceAsHousehold: 'sign-for-household',
  signAcceptanceAsVillage: 'sign',
  orderRectification: 'rectify',
  acceptWork: 'accept',
  confirmNoProject: 'statement',
  withdrawCase: 'withdraw',
  closeCase: 'nothing',
  drawSummary: 'cases',
  sealSummary: 'seal',
  submitSummary: 'sheet',
  receiveSummary: 'receive',
  voidSummary: 'sheet-reason',
  drawBatch: 'cases',
  approveBatch: 'approve',
  releaseBatch: 'release',
  cancelBatch: 'reason',
  importResults: 'results',
  postNotice: 'notice',
  addNoticePhoto: 'notice-photo',
  interruptNotice: 'posting',
  completeNotice: 'posting',
  filePhotos: 'nothing',
  receivePhotos: 'receipt',
} as const satisfies Forms;

/** A signature, and the command by which its signer takes it back while the next step is not taken. */
export const UNDONE_BY = {
  signAsHousehold: 'withdrawHouseholdSignature',
  signAsVillage: 'withdrawVillageSignature',
  signAsTown: 'withdrawTownSignature',
} as const satisfies Readonly<Partial<Record<CommandName, CommandName>>>;

/** The commands that many cases can be given in one call, to the path without an id. */
export const IN_BATCHES = ['signAsTown', 'filePlan'] as const satisfies readonly CommandName[];
