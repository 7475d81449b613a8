/** Where a command is posted to: `/api/<resource>/<segment>` when it opens its subject, else with the id between. */
export interface CommandRoute {
  readonly resource:
    'programmes' | 'households' | 'cases' | 'summaries' | 'notices' | 'payments' | 'ledgers' | 'staff';
  readonly segment: string;
  /**
   * The path names no subject: its id comes from the body, or from the command's own id. Opened `once`, a
   * subject cannot be opened again and the rules say so; opened `again`, it may be there already.
   */
  readonly opens?: 'once' | 'again';
}

/** One POST for each command of the rulebook that has a surface. The segment is also what screens call it by. */
export const COMMAND_ROUTES = {
  openProgramme: { resource: 'programmes', segment: 'open', opens: 'once' },
  allotTown: { resource: 'programmes', segment: 'allot-town' },
  setIncomeStandard: { resource: 'programmes', segment: 'set-income-standard' },
  closeRoster: { resource: 'programmes', segment: 'close-roster' },
  closeProgramme: { resource: 'programmes', segment: 'close' },

  registerStaff: { resource: 'staff', segment: 'register', opens: 'once' },
  grantRole: { resource: 'staff', segment: 'grant-role' },

  registerHousehold: { resource: 'households', segment: 'register', opens: 'once' },
  proposeAccount: { resource: 'households', segment: 'propose-account' },
  designateAccount: { resource: 'households', segment: 'designate-account' },
  recordDeath: { resource: 'households', segment: 'record-death' },

  openCase: { resource: 'cases', segment: 'open', opens: 'once' },
  assignCadres: { resource: 'cases', segment: 'assign-cadres' },
  draftPlan: { resource: 'cases', segment: 'draft-plan' },
  signAsHousehold: { resource: 'cases', segment: 'sign-as-household' },
  signAsVillage: { resource: 'cases', segment: 'sign-as-village' },
  signAsTown: { resource: 'cases', segment: 'sign-as-town' },
  withdrawHouseholdSignature: { resource: 'cases', segment: 'withdraw-household-signature' },
  withdrawVillageSignature: { resource: 'cases', segment: 'withdraw-village-signature' },
  withdrawTownSignature: { resource: 'cases', segment: 'withdraw-town-signature' },
  returnPlan: { resource: 'cases', segment: 'return-plan' },
  filePlan: { resource: 'cases', segment: 'file-plan' },
  returnFiling: { resource: 'cases', segment: 'return-filing' },
  reportCompletion: { resource: 'cases', segment: 'report-completion' },
  draftAcceptance: { resource: 'cases', segment: 'draft-acceptance' },
  signAcceptanceAsHousehold: { resource: 'cases', segment: 'sign-acceptance-as-household' },
  signAcceptanceAsVillage: { resource: 'cases', segment: 'sign-acceptance-as-village' },
  orderRectification: { resource: 'cases', segment: 'order-rectification' },
  acceptWork: { resource: 'cases', segment: 'accept-work' },
  confirmNoProject: { resource: 'cases', segment: 'confirm-no-project' },
  withdrawCase: { resource: 'cases', segment: 'withdraw' },
  closeCase: { resource: 'cases', segment: 'close' },
  freezeCase: { resource: 'cases', segment: 'freeze' },
  unfreezeCase: { resource: 'cases', segment: 'unfreeze' },
  grantExtension: { resource: 'cases', segment: 'grant-extension' },
  recordRecovery: { resource: 'cases', segment: 'record-recovery' },

  drawSummary: { resource: 'summaries', segment: 'draw', opens: 'again' },
  sealSummary: { resource: 'summaries', segment: 'seal' },
  submitSummary: { resource: 'summaries', segment: 'submit' },
  receiveSummary: { resource: 'summaries', segment: 'receive' },
  voidSummary: { resource: 'summaries', segment: 'void' },

  postNotice: { resource: 'notices', segment: 'post', opens: 'again' },
  addNoticePhoto: { resource: 'notices', segment: 'add-photo' },
  interruptNotice: { resource: 'notices', segment: 'interrupt' },
  completeNotice: { resource: 'notices', segment: 'complete' },
  filePhotos: { resource: 'notices', segment: 'file-photos' },
  receivePhotos: { resource: 'notices', segment: 'receive-photos' },

  drawBatch: { resource: 'payments', segment: 'draw', opens: 'once' },
  approveBatch: { resource: 'payments', segment: 'approve' },
  releaseBatch: { resource: 'payments', segment: 'release' },
  cancelBatch: { resource: 'payments', segment: 'cancel' },
  importResults: { resource: 'payments', segment: 'import-results' },

  returnSurplus: { resource: 'ledgers', segment: 'return-surplus' },
  closeTown: { resource: 'ledgers', segment: 'close' },
} as const satisfies Readonly<Record<string, CommandRoute>>;

export type CommandName = keyof typeof COMMAND_ROUTES;

/** The whole path of a command, with `:id` where the subject's id goes. */
export function pathOfCommand(command: CommandName): string {
  const { resource, segment, opens }: CommandRoute = COMMAND_ROUTES[command];
  return opens ? `/api/${resource}/${segment}` : `/api/${resource}/:id/${segment}`;
}

/** The segment that screens call a command by; a command without a surface keeps its own name. */
export function segmentOf(command: string): string {
  const routes: Readonly<Record<string, CommandRoute | undefined>> = COMMAND_ROUTES;
  return routes[command]?.segment ?? command;
}
