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

  it('is told which rules had nothing against it, the order of the machine first', () => {
    const passedBy = (managerId: string, history: Parameters<typeof fold>[1]) =>
      explain(approveLeave, leave, approving(managerId, history).context).passed;
    expect(passedBy('li', requested(5))).toEqual([
      { rule: 'right-stage', source: 'R22, A10' },
      { rule: 'not-own-leave', source: 'staff handbook 4.2' },
      { rule: 'at-most-ten-days', source: 'staff handbook 4.5' },
    ]);
    expect(passedBy('wu', requested(5)).map((each) => each.rule)).toEqual([
      'right-stage',
      'at-most-ten-days',
    ]);
    expect(passedBy('li', []).map((each) => each.rule)).not.toContain('right-stage');
  });

  it('counts a rule as passed once, and only when all of its name had nothing against it', () => {
    const [notOwn, atMostTen] = approveLeave.rules;
    const named = { ...atMostTen!, id: notOwn!.id };
    const command = { ...approveLeave, rules: [notOwn!, named] };
    const passed = (days: number) =>
      explain(command, leave, approving('li', requested(days)).context).passed.map((each) => each.rule);
    expect(passed(5)).toEqual(['right-stage', 'not-own-leave']);
    expect(passed(12)).toEqual(['right-stage']);
  });

  it('is not approved before it is requested: that is the machine speaking', () => {
    const attempt = approving('li', []);
    expect(attempt.decide).toThrow(Refused);
    expect(explain(approveLeave, leave, attempt.context).refusals.map((refusal) => refusal.rule)).toEqual([
      'right-stage',
    ]);
  });
});
