import {
  CorruptHistory,
  type Actor,
  type Command,
  type Folded,
  type Rulebook,
  type Workflow,
} from '@yihu/workflow';
import * as caseCommands from './case/commands';
import { caseWorkflow } from './case/state';
import { claimWorkflow } from './claim/state';
import type { Read } from './context';
import * as householdCommands from './household/commands';
import { householdWorkflow } from './household/state';
import { kindOf } from './kind-of';
import * as ledgerCommands from './ledger/commands';
import { ledgerWorkflow } from './ledger/state';
import * as noticeCommands from './notice/commands';
import { noticeWorkflow } from './notice/state';
import * as paymentCommands from './payment/commands';
import { paymentWorkflow } from './payment/state';
import * as programmeCommands from './programme/commands';
import { programmeWorkflow } from './programme/state';
import { recovery } from './recovery/recovery';
import * as staffCommands from './staff/commands';
import { staffWorkflow } from './staff/state';
import * as summaryCommands from './summary/commands';
import { summaryWorkflow } from './summary/state';

export const workflows = {
  programme: programmeWorkflow,
  household: householdWorkflow,
  claim: claimWorkflow,
  case: caseWorkflow,
  ledger: ledgerWorkflow,
  summary: summaryWorkflow,
  payment: paymentWorkflow,
  notice: noticeWorkflow,
  staff: staffWorkflow,
} as const;

const modules = [
  programmeCommands,
  staffCommands,
  householdCommands,
  caseCommands,
  summaryCommands,
  noticeCommands,
  paymentCommands,
  ledgerCommands,
];

const commands = new Map(
  modules
    .flatMap((module) => Object.values(module as Readonly<Record<string, unknown>>))
    .filter(isCommand)
    .map((command) => [command.name, command]),
);

/** Everything an engine needs to know of a household subsidy programme. */
export const rulebook: Rulebook<Read> = {
  workflowOf(stream) {
    const kind = kindOf(stream);
    const workflow = (workflows as Readonly<Record<string, Workflow>>)[kind];
    if (!workflow) throw new CorruptHistory(`no streams of the kind ${kind} are known`);
    return workflow;
  },
  commands,
  readerOver(foldedOf) {
    const entries = Object.keys(workflows).map(
      (kind) => [kind, (id: string) => foldedOf(`${kind}-${id}`)] as const,
    );
    return Object.fromEntries(entries) as unknown as Read;
  },
  actorOf,
  recovery,
};

function actorOf(read: Read, actorId: string): Actor {
  if (actorId === staffCommands.OPERATOR_ID) {
    return {
      id: actorId,
      office: 'operator',
      staffRevision: -1,
      grants: [{ role: 'operator', territory: '' }],
    };
  }
  const { data, revision } = read.staff(actorId) as Folded<(typeof staffWorkflow)['initial']>;
  return { id: actorId, office: data.office, staffRevision: revision, grants: data.grants };
}

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'record' in value && 'gather' in value;
}
