import * as building from './building';
import * as closing from './closing';
import * as filing from './filing';
import * as notices from './notices';
import * as opening from './opening';
import * as paying from './paying';
import * as planning from './planning';
import * as signing from './town-signing';
import type { Step } from './step';

const step = (name: string, run: Step['run'], day: string, what: string): Step => ({ name, run, day, what });

/** The season in the order of its days. What a name says is played in all towns before the next. */
export const STEPS: readonly Step[] = [
  step('registerStaff', opening.registerStaff, 'staffRegistered', '登记工作人员'),
  step('openProgramme', opening.openProgramme, 'programmeOpened', '开项目'),
  step('allotTowns', opening.allotTowns, 'townsAllotted', '下达指标'),
  step('registerHouseholds', opening.registerHouseholds, 'householdsRegistered', '登记农户'),
  step('designateAccounts', opening.designateAccounts, 'accountsDesignated', '确认账户'),
  step('setStandards', opening.setStandards, 'standardsSet', '定达标标准'),
  step('closeRosters', opening.closeRosters, 'rosterClosed', '名册定稿'),
  step('openCases', opening.openCases, 'casesOpened', '开一户一策'),
  step('assignCadres', opening.assignCadres, 'cadresAssigned', '确定帮扶责任人'),

  step('confirmNoProjects', planning.confirmNoProjects, 'plansDrafted', '本户不参加项目'),
  step('draftPlans', planning.draftPlans, 'plansDrafted', '与本户商定项目'),
  step('signAsHouseholds', planning.signAsHouseholds, 'householdsSigned', '本户签字'),
  step('withdrawBeforeMoney', planning.withdrawBeforeMoney, 'villagesSigned', '本户放弃'),
  step('returnAsVillages', planning.returnAsVillages, 'villagesSigned', '村帮扶责任人退回'),
  step('signAsVillages', planning.signAsVillages, 'villagesSigned', '村帮扶责任人签字'),
  step(
    'withdrawVillageSignatures',
    planning.withdrawVillageSignatures,
    'villagesSigned',
    '村帮扶责任人撤回签字',
  ),
  step('redraftForVillages', planning.redraftForVillages, 'plansRedrafted', '退回的重新商定'),
  step('signAsVillagesAgain', planning.signAsVillagesAgain, 'villagesSignedAgain', '村帮扶责任人再签'),
  step('signAsTowns', signing.signAsTowns, 'townsSigned', '镇帮扶责任人签字'),

  step('drawSummaries', filing.drawSummaries, 'summariesSealed', '制汇总表'),
  step('sealSummaries', filing.sealSummaries, 'summariesSealed', '镇领导签字盖章'),
  step('submitSummaries', filing.submitSummaries, 'summariesSubmitted', '报送汇总表'),
  step('postPlanNotices', notices.postPlanNotices, 'planNoticesPosted', '张贴计划公示'),
  step('completePlanNotices', notices.completeNotices, 'planNoticesCompleted', '计划公示期满'),
  step('receiveSummaries', filing.receiveSummaries, 'plansFiled', '区乡村振兴局收汇总表'),
  step('filePlans', filing.filePlans, 'plansFiled', '区乡村振兴局备案'),

  step('drawFirstBatches', paying.drawFirstBatches, 'firstBatchesDrawn', '拟第一次拨付'),
  step('releaseFirstBatches', paying.releaseBatches, 'firstBatchesReleased', '第一次拨付送银行'),
  step('importFirstResults', paying.importFirstResults, 'firstTranchesPaid', '第一次拨付银行回单'),
  step('correctAccounts', paying.correctAccounts, 'retryBatchesDrawn', '更正账户'),
  step('drawRetryBatches', paying.drawRetryBatches, 'retryBatchesDrawn', '拟退票重拨'),
  step('releaseRetryBatches', paying.releaseBatches, 'retryBatchesReleased', '退票重拨送银行'),
  step('importRetryResults', paying.importPaidResults, 'retriesPaid', '退票重拨银行回单'),

  step('reportCompletions', building.reportCompletions, 'completionsReported', '完成项目建设'),
  step('draftAcceptances', building.draftAcceptances, 'worksAccepted', '填验收表'),
  step('signAcceptances', building.signAcceptances, 'worksAccepted', '本户、村验收人员签字'),
  step('acceptWorks', building.acceptWorks, 'worksAccepted', '镇验收人员验收'),
  step('drawSecondBatches', paying.drawSecondBatches, 'secondBatchesDrawn', '拟第二次拨付'),
  step('releaseSecondBatches', paying.releaseBatches, 'secondBatchesReleased', '第二次拨付送银行'),
  step('importSecondResults', paying.importPaidResults, 'secondTranchesPaid', '第二次拨付银行回单'),

  step('postResultNotices', notices.postResultNotices, 'resultNoticesPosted', '张贴结果公示'),
  step('completeResultNotices', notices.completeNotices, 'resultNoticesCompleted', '结果公示期满'),
  step('filePhotos', notices.filePhotos, 'photosFiled', '公示照片报区备案'),
  step('closeCases', closing.closeCases, 'casesClosed', '归档办结'),
];
