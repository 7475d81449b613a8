import { boundedCache } from './bounded-cache';

describe('the bounded cache', () => {
  it('forgets the value used longest ago, never more', () => {
    const cache = boundedCache<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c'), cache.size]).toEqual([1, undefined, 3, 2]);
  });

  it('replaces a value without growing and forgets on request', () => {
    const cache = boundedCache<number>(2);
    cache.set('a', 1);
    cache.set('a', 2);
    expect([cache.get('a'), cache.size]).toEqual([2, 1]);
    cache.delete('a');
    expect(cache.get('a')).toBeUndefined();
  });
});
