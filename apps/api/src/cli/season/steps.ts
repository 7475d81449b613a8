import * as building from './building';
import * as closing from './closing';
import * as filing from './filing';
import * as notices from './notices';
import * as opening from './opening';
import * as paying from './paying';
import * as planning from './planning';
import * as signing from './town-signing';
import type { Step } from './step';

/** What concerns few, or is done for many at once. */
const LIGHT = 0.05;

const step = (name: string, run: Step['run'], day: string, what: string, weight = LIGHT): Step => ({
  name,
  run,
  day,
  what,
  weight,
});

/** The season in the order of its days. What a name says is played in all towns before the next. */
export const STEPS: readonly Step[] = [
  step('registerStaff', opening.registerStaff, 'staffRegistered', '登记工作人员', 1.5),
  step('openProgramme', opening.openProgramme, 'programmeOpened', '开项目'),
  step('allotTowns', opening.allotTowns, 'townsAllotted', '下达指标'),
  step('importRosters', opening.importRosters, 'householdsRegistered', '导入名册', 3),
  step('designateAccounts', opening.designateAccounts, 'accountsDesignated', '确认账户', 1),
  step('setStandards', opening.setStandards, 'standardsSet', '定达标标准'),
  step('closeRosters', opening.closeRosters, 'rosterClosed', '名册定稿'),
  step('openCases', opening.openCases, 'casesOpened', '开一户一策', 1),
  step('assignCadres', opening.assignCadres, 'cadresAssigned', '确定帮扶责任人', 1),

  step('confirmNoProjects', planning.confirmNoProjects, 'plansDrafted', '本户不参加项目'),
  step('refuseOverCap', planning.refuseOverCap, 'plansDrafted', '超过上限的不予受理'),
  step('draftPlans', planning.draftPlans, 'plansDrafted', '与本户商定项目', 1.5),
  step('signAsHouseholds', planning.signAsHouseholds, 'householdsSigned', '本户签字', 2.5),
  step('withdrawBeforeMoney', planning.withdrawBeforeMoney, 'villagesSigned', '本户放弃'),
  step('returnAsVillages', planning.returnAsVillages, 'villagesSigned', '村帮扶责任人退回'),
  step('signAsVillages', planning.signAsVillages, 'villagesSigned', '村帮扶责任人签字', 1),
  step(
    'withdrawVillageSignatures',
    planning.withdrawVillageSignatures,
    'villagesSigned',
    '村帮扶责任人撤回签字',
  ),
  step('redraftForVillages', planning.redraftForVillages, 'plansRedrafted', '退回的重新商定'),
  step('signAsVillagesAgain', planning.signAsVillagesAgain, 'villagesSignedAgain', '村帮扶责任人再签'),
  step('returnAsTowns', signing.returnAsTowns, 'plansReturnedByTowns', '镇帮扶责任人退回'),
  step('signAsTowns', signing.signAsTowns, 'townsSigned', '镇帮扶责任人签字', 0.5),
  step('signOneByOne', signing.signOneByOne, 'townsSigned', '镇帮扶责任人逐户签字', 0.4),
  step('withdrawTownSignatures', signing.withdrawTownSignatures, 'townsSigned', '镇帮扶责任人撤回签字'),
  step('redraftForTowns', signing.redraftForTowns, 'plansRedraftedForTowns', '镇退回的重新商定'),
  step('signAsTownsAgain', signing.signAsTownsAgain, 'townsSignedAgain', '镇帮扶责任人再签'),
  step('raceForRoom', signing.raceForRoom, 'townsSignedAgain', '同时签字，争最后的指标'),
  step('redraftLosers', signing.redraftLosers, 'losersRedrafted', '指标不足的重新商定'),
  step('signLosers', signing.signLosers, 'losersRedrafted', '按余额签字'),

  step('drawSummaries', filing.drawSummaries, 'summariesSealed', '制汇总表'),
  step('sealSummaries', filing.sealSummaries, 'summariesSealed', '镇领导签字盖章'),
  step('submitSummaries', filing.submitSummaries, 'summariesSubmitted', '报送汇总表'),
  step('postPlanNotices', notices.postPlanNotices, 'planNoticesPosted', '张贴计划公示', 0.2),
  step('takeNoticeDown', notices.takeNoticeDown, 'noticeTakenDown', '公示中断'),
  step('hangNoticeAgain', notices.hangNoticeAgain, 'noticeHungAgain', '重新张贴公示'),
  step('completePlanNotices', notices.completeNotices, 'planNoticesCompleted', '计划公示期满', 0.2),
  step('receiveSummaries', filing.receiveSummaries, 'plansFiled', '区乡村振兴局收汇总表'),
  step('returnFilings', filing.returnFilings, 'plansFiled', '备案退回补正'),
  step('filePlans', filing.filePlans, 'plansFiled', '区乡村振兴局备案', 0.4),
  step('redraftFilings', filing.redraftFilings, 'filingsRedrafted', '退回备案的重新商定'),
  step('signFilingsAgain', filing.signFilingsAgain, 'filingsSignedAgain', '退回备案的重新签字'),
  step('sendSupplements', filing.sendSupplements, 'supplementsSealed', '报送补充汇总表'),
  step('completeNoticeHungAgain', notices.completeNotices, 'supplementNoticesPosted', '重新张贴的公示期满'),
  step('postSupplementNotices', notices.postSupplementNotices, 'supplementNoticesPosted', '张贴补充公示'),
  step('completeSupplementNotices', notices.completeNotices, 'supplementNoticesCompleted', '补充公示期满'),
  step('fileSupplements', filing.fileSupplements, 'supplementsFiled', '补充备案'),

  step('drawFirstBatches', paying.drawFirstBatches, 'firstBatchesDrawn', '拟第一次拨付', 0.6),
  step('releaseFirstBatches', paying.releaseBatches, 'firstBatchesReleased', '第一次拨付送银行'),
  step('postMissedNotices', notices.postMissedNotices, 'missedNoticePosted', '漏登的户补公示'),
  step('importFirstResults', paying.importFirstResults, 'firstTranchesPaid', '第一次拨付银行回单', 0.8),
  step('correctAccounts', paying.correctAccounts, 'retryBatchesDrawn', '更正账户'),
  step('drawRetryBatches', paying.drawRetryBatches, 'retryBatchesDrawn', '拟退票重拨'),
  step('releaseRetryBatches', paying.releaseBatches, 'retryBatchesReleased', '退票重拨送银行'),
  step('importRetryResults', paying.importPaidResults, 'retriesPaid', '退票重拨银行回单'),
  step('completeMissedNotices', notices.completeNotices, 'missedNoticeCompleted', '补公示期满'),
  step('drawMissedBatches', paying.drawMissedBatches, 'missedBatchesDrawn', '拟补公示户拨付'),
  step('releaseMissedBatches', paying.releaseBatches, 'missedBatchesReleased', '补公示户拨付送银行'),
  step('importMissedResults', paying.importPaidResults, 'missedTranchesPaid', '补公示户拨付银行回单'),

  step('reportCompletions', building.reportCompletions, 'completionsReported', '完成项目建设', 1),
  step('draftAcceptances', building.draftAcceptances, 'worksAccepted', '填验收表', 1.2),
  step('signAcceptances', building.signAcceptances, 'worksAccepted', '本户、村验收人员签字', 4),
  step('acceptWorks', building.acceptWorks, 'worksAccepted', '镇验收人员验收', 1.2),
  step('drawSecondBatches', paying.drawSecondBatches, 'secondBatchesDrawn', '拟第二次拨付', 0.8),
  step('releaseSecondBatches', paying.releaseBatches, 'secondBatchesReleased', '第二次拨付送银行'),
  step('importSecondResults', paying.importPaidResults, 'secondTranchesPaid', '第二次拨付银行回单', 1),
  step('grantExtensions', building.grantExtensions, 'extensionsGranted', '同意延期'),
  step('postResultNotices', notices.postResultNotices, 'resultNoticesPosted', '张贴结果公示', 0.3),
  step('acceptLate', building.acceptLate, 'lateWorksAccepted', '延期户验收'),
  step('drawLateBatches', paying.drawLateBatches, 'lateBatchesDrawn', '拟延期户拨付'),
  step('postLateNotices', notices.postLateNotices, 'lateNoticesPosted', '张贴延期户结果公示'),
  step('releaseLateBatches', paying.releaseBatches, 'lateBatchesReleased', '延期户拨付送银行'),
  step('importLateResults', paying.importPaidResults, 'lateTranchesPaid', '延期户拨付银行回单'),
  step('completeResultNotices', notices.completeNotices, 'resultNoticesCompleted', '结果公示期满', 0.3),

  step('completeLateNotices', notices.completeNotices, 'lateNoticesCompleted', '延期户结果公示期满'),
  step('filePhotos', notices.filePhotos, 'photosFiled', '公示照片报区备案', 0.3),
  step('recoverOverpaid', closing.recoverOverpaid, 'recoveriesReceived', '追回多拨资金'),
  step('closeCases', closing.closeCases, 'casesClosed', '归档办结', 1.5),
  step('fileLatePhotos', notices.fileLatePhotos, 'latePhotosFiled', '逾期补报公示照片'),
  step('closeLateCases', closing.closeLateCases, 'lateCasesClosed', '延期户归档办结'),
  step('returnSurplus', closing.returnSurplus, 'surplusReturned', '退回结余资金'),
  step('closeTowns', closing.closeTowns, 'townsClosed', '各镇办结'),
  step('closeProgramme', closing.closeProgramme, 'programmeClosed', '项目办结'),
];
