export { COMMAND_FORMS, IN_BATCHES, UNDONE_BY } from './command-forms';
export type { CommandForm } from './command-forms';
export { COMMAND_ROUTES, pathOfCommand, segmentOf } from './command-routes';
export type { CommandName, CommandRoute } from './command-routes';

export { sealingOf, SealedFor } from './fields/sealed-for';
export type { Sealing, SealOwner } from './fields/sealed-for';
export { VALIDATION_KINDS } from './fields/valid';
export type { ValidationKind, ValidationNumbers } from './fields/valid';

export { LANGUAGES, languageFile, languageOf } from './language/language';
export type { Language, LanguageFile, RuleWords } from './language/language';
export { sayQuantity, sayYuan } from './language/say-number';
export { sayImport, sayPassed, sayRefusal, sayValidation } from './language/say-refusal';
export type { Sayable } from './language/say-refusal';

export {
  AcceptanceDto,
  AcceptedIncomeDto,
  AcceptedLineDto,
  AcceptWorkDto,
  CompletionDto,
  RectificationDto,
} from './requests/acceptance';
export {
  BATCH_ITEMS_MAX,
  FileBatchDto,
  FileItemDto,
  SignBatchDto,
  SignItemDto,
} from './requests/case-batches';
export { AssignCadresDto, OpenCaseDto } from './requests/case-opening';
export { RecoveryDto, ReturnSurplusDto } from './requests/closing';
export { NoProjectDto, WithdrawCaseDto } from './requests/ending';
export { FilePlanDto } from './requests/filing';
export { ExtensionDto, FreezeDto, UnfreezeDto } from './requests/freezing';
export { ProposeAccountDto, RecordDeathDto, RegisterHouseholdDto } from './requests/household';
export { NoticePhotoDto, PostingDto, PostNoticeDto, ReceivePhotosDto } from './requests/notice';
export { OfficeCommandDto } from './requests/office-command';
export {
  ApproveBatchDto,
  CancelBatchDto,
  DrawBatchDto,
  ImportResultsDto,
  ReleaseBatchDto,
  ResultRowDto,
} from './requests/payment';
export { DraftPlanDto, GroundsDto, PlanLineDto } from './requests/plan';
export {
  AllotTownDto,
  CloseRosterDto,
  DeadlinesDto,
  IncomeStandardDto,
  IncomeTierDto,
  OpenProgrammeDto,
  PolicyDto,
  ProgrammeUnitDto,
} from './requests/programme';
export { ImportHouseholdsQuery, RosterTemplateQuery } from './requests/imports';
export {
  FindPeopleQuery,
  ListCasesQuery,
  ListHouseholdsQuery,
  ListNoticesQuery,
  ListPaymentsQuery,
  PayableCasesQuery,
  PostableCasesQuery,
  TimelineQuery,
  WorklistQuery,
} from './requests/queries';
export { ReasonDto, ReturnDto, SignDto } from './requests/signing';
export { DemoSignInDto, GrantRoleDto, RegisterStaffDto } from './requests/staff';
export { StepDaysDto, STEPS } from './requests/step-days';
export {
  DrawSummaryDto,
  ReceiveSummaryDto,
  SealSummaryDto,
  SheetDto,
  VoidSummaryDto,
} from './requests/summary';

export { Answer, BatchResult, ItemResult, RecordedFactView } from './views/answer';
export type {
  AllowedAction,
  CaseHousehold,
  CaseListItem,
  CasePage,
  CaseStaff,
  CaseView,
  Page,
  PassedRule,
  PathStop,
  PlanView,
  ReturnedView,
  TimelineItem,
  WaitsFor,
} from './views/case-view';
export type { DemoAccount, DemoStory, DemoView } from './views/demo-view';
export type { ImportProblem, ImportReport } from './views/import-view';
export type { LedgerView } from './views/ledger-view';
export type { NoticeListItem, PostableCase } from './views/notice-view';
export type { PayableCase, PaymentListItem, PaymentView } from './views/payment-view';
export type {
  DistrictSummaryView,
  DistrictTownRow,
  SummaryRowView,
  SummarySheetView,
  TownSummaryView,
} from './views/summary-view';
export type {
  DueGroup,
  WorklistItem,
  WorklistQueue,
  WorklistReason,
  WorklistView,
} from './views/worklist-view';
export type {
  FoundPerson,
  HouseholdListItem,
  NoticeView,
  ProgrammeView,
  SessionView,
  SignedIn,
  SummaryView,
  TownView,
} from './views/other-views';
export { ChangeView, FieldError, Problem, RefusalView } from './views/problem';
