import { HttpException, NotFoundException } from '@nestjs/common';
import { CommandAbandoned, CommandReused, EngineStopped, SubjectChanged, UnknownCommand } from '@yihu/engine';
import {
  BadEvent,
  CorruptStore,
  OutcomeUnknown,
  RevisionConflict,
  StoreUnavailable,
} from '@yihu/event-store';
import { KeyDestroyed, KeyMissing } from '@yihu/vault';
import { CorruptHistory, Refused, type RuleKind } from '@yihu/workflow';
import { isBug, problemOf } from './problem-of';
import { RequestProblem } from './request-problem';

const refusal = (kind: RuleKind) => ({
  rule: 'two-persons',
  source: 'R22, A10',
  clearedBy: 'town-cadre',
  kind,
  weight: 'refuse' as const,
  detail: { villageSigner: 'x' },
});

const refused = (...kinds: RuleKind[]) => new Refused('signAsTown', kinds.map(refusal));

describe('the status of an error', () => {
  it.each<[string, unknown, number]>([
    ['who', refused('content', 'stage', 'authority'), 403],
    ['when', refused('content', 'stage'), 409],
    ['how much', refused('content'), 422],
    ['changed', new SubjectChanged('case-a', 1, 2, []), 409],
    ['conflict', new RevisionConflict('case-a', 1, 2), 409],
    ['reused', new CommandReused('x'), 422],
    ['abandoned', new CommandAbandoned('x'), 409],
    ['shredded', new KeyDestroyed('household-a'), 409],
    ['unknown outcome', new OutcomeUnknown(new Error('disk')), 503],
    ['unavailable', new StoreUnavailable('full'), 503],
    ['stopping', new EngineStopped(), 503],
    ['no key', new RequestProblem('idempotency-key'), 400],
    ['no revision', new RequestProblem('precondition-required'), 428],
    ['no session', new RequestProblem('unauthenticated'), 401],
    ['no such thing', new RequestProblem('not-found'), 404],
    ['no such route', new NotFoundException(), 404],
    ['Fastify, too large', Object.assign(new Error('x'), { statusCode: 413 }), 413],
    ['Nest, a bug', new HttpException('x', 500), 500],
    ['damaged', new CorruptHistory('x'), 500],
    ['damaged store', new CorruptStore('x'), 500],
    ['bad event', new BadEvent('x'), 500],
    ['forgotten key', new KeyMissing('household-a'), 500],
    ['no such command', new UnknownCommand('x'), 500],
    ['anything', new TypeError('演示 is not a function'), 500],
    ['nothing', undefined, 500],
  ])('%s', (_what, error, status) => {
    const problem = problemOf(error, 'en');
    expect(problem.status).toBe(status);
    expect(isBug(error)).toBe(status === 500);
    expect(problem.title).not.toMatch(/^[a-z-]+$/);
    expect(JSON.stringify(problem)).not.toContain('演示');
  });
});

it('a refusal has every reason, with its rule, its source, its numbers and its words', () => {
  expect(problemOf(refused('authority'), 'en').refusals).toEqual([
    {
      ...refusal('authority'),
      text: 'You signed for the village, so another person must sign for the town.',
    },
  ]);
});

it('a change has what was recorded in between', () => {
  const change = {
    type: 'PlanReturned',
    revision: 2,
    recordedAt: '2024-03-01T00:00:00.000Z',
    role: 'town-cadre',
  };
  const problem = problemOf(new SubjectChanged('case-a', 1, 2, [change]), 'zh-CN');
  expect(problem).toMatchObject({ changes: [change], revision: 2 });
});

it('wrong fields are told in the language that was asked for', () => {
  const error = new RequestProblem('invalid', [
    { field: 'lines.0.amountFen', kind: 'fen', numbers: { min: 0, max: 9 } },
  ]);
  expect(problemOf(error, 'zh-CN').errors).toEqual([
    { field: 'lines.0.amountFen', message: '必须是以分为单位的整数，0 到 9。' },
  ]);
});
