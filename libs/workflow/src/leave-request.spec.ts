import { decide, explain, fold, Refused, type Metadata } from './index';
import { approveLeave, leave } from './leave-request.example';

const by = { actorId: 'wu', recordedAt: '2024-03-01T00:00:00.000Z' } as Metadata;
const requested = (days: number) => [{ type: 'LeaveRequested', data: { by: 'wu', days }, metadata: by }];

/** A manager's wish to approve the leave that a history tells of. */
function approving(managerId: string, history: Parameters<typeof fold>[1]) {
  const subject = fold(leave, history);
  const actor = { id: managerId, office: 'personnel', staffRevision: 0, grants: [] };
  const situation = {
    commandId: 'c1',
    subjectId: '1',
    now: by.recordedAt,
    paperOn: undefined,
    actor,
    input: {},
  };
  const context = approveLeave.gather({ leave: () => subject }, situation);
  const streams = { workflowOf: () => leave, foldedOf: () => subject };
  return { context, decide: () => decide(approveLeave, context, streams, 'leave-1', by) };
}

describe('a leave request on the same engine', () => {
  it('is approved by another person', () => {
    const decided = approving('li', requested(5)).decide();
    expect(decided.subject.facts).toEqual([{ type: 'LeaveApproved', data: {} }]);
    expect(decided.after.get('leave-1')!.stage).toBe('approved');
  });

  it('is refused with every reason at once', () => {
    const { context } = approving('wu', requested(12));
    const { allowed, refusals } = explain(approveLeave, leave, context);
    expect(allowed).toBe(false);
    expect(refusals.map(({ rule, detail }) => [rule, detail])).toEqual([
      ['not-own-leave', { requestedBy: 'wu' }],
      ['at-most-ten-days', { have: 12, limit: 10 }],
    ]);
  });

  it('is not approved before it is requested: that is the machine speaking', () => {
    const attempt = approving('li', []);
    expect(attempt.decide).toThrow(Refused);
    expect(explain(approveLeave, leave, attempt.context).refusals.map((refusal) => refusal.rule)).toEqual([
      'right-stage',
    ]);
  });
});
