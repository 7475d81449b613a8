import { createMachine } from 'xstate';
import { defineWorkflow, fact, rule, type Command, type CommandContext, type Folded } from './index';

// Another office, another approval: who wants leave asks, a manager who is somebody else decides.
type Leave = { readonly by: string; readonly days: number };
type LeaveFacts = { LeaveRequested: Leave; LeaveApproved: object; LeaveDeclined: object; Commented: object };
type LeaveContext = CommandContext & { readonly subject: Folded<Leave> };

const states = {
  unwritten: { on: { LeaveRequested: 'requested' } },
  requested: { on: { LeaveApproved: 'approved', LeaveDeclined: 'declined' } },
  approved: {},
  declined: { on: { LeaveRequested: 'requested' } },
};
const keep = (leave: Leave) => leave;

export const leave = defineWorkflow<LeaveFacts, Leave>({
  kind: 'leave',
  version: 1,
  machine: createMachine({ id: 'leave', initial: 'unwritten', states }),
  moves: ['LeaveRequested', 'LeaveApproved', 'LeaveDeclined'],
  notes: ['Commented'],
  initial: { by: '', days: 0 },
  reduce: {
    LeaveRequested: (_before, asked) => asked,
    LeaveApproved: keep,
    LeaveDeclined: keep,
    Commented: keep,
  },
});

const notOwnLeave = rule<LeaveContext>('not-own-leave', {
  source: 'staff handbook 4.2',
  clearedBy: 'another manager',
  kind: 'authority',
  check: ({ actor, subject }) => actor.id !== subject.data.by || { requestedBy: actor.id },
});

const atMostTenDays = rule<LeaveContext>('at-most-ten-days', {
  source: 'staff handbook 4.5',
  clearedBy: 'nobody',
  check: ({ subject }) => subject.data.days <= 10 || { have: subject.data.days, limit: 10 },
});

export const approveLeave: Command<LeaveContext, { leave(id: string): Folded<Leave> }> = {
  name: 'approveLeave',
  on: 'leave',
  by: ['manager'],
  moves: ['LeaveApproved'],
  gather: (read, situation) => ({ ...situation, subject: read.leave(situation.subjectId), role: 'manager' }),
  rules: [notOwnLeave, atMostTenDays],
  record: () => ({ subject: [fact<LeaveFacts>()('LeaveApproved', {})] }),
};
