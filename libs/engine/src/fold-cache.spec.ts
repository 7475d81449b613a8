import { unwritten } from '@yihu/workflow';
import { createFoldCache } from './fold-cache';
import { unreadStream, type KnownStream } from './known-stream';
import { shop } from './testing/shop';

const workflow = shop.workflowOf('till-main');

function at(revision: number): KnownStream {
  return { ...unreadStream(workflow), folded: { ...unwritten(workflow), revision } };
}

describe('the fold cache', () => {
  it('forgets the stream that was used longest ago', () => {
    const cache = createFoldCache(2);
    cache.keep('a', at(0));
    cache.keep('b', at(0));
    cache.get('a');
    cache.keep('c', at(0));
    expect(['a', 'b', 'c'].map((each) => cache.get(each) !== undefined)).toEqual([true, false, true]);
    expect(cache.size).toBe(2);
  });

  it('is not set back by a slow read', () => {
    const cache = createFoldCache(2);
    cache.keep('a', at(5));
    cache.keep('a', at(4));
    expect(cache.get('a')!.folded.revision).toBe(5);
    cache.forget(['a']);
    cache.keep('a', at(4));
    expect(cache.get('a')!.folded.revision).toBe(4);
  });
});
