import { pageOf } from './page-of';

describe('what answers a path of the web', () => {
  it.each([
    ['/', 'index.html'],
    ['/inbox', 'index.html'],
    ['/cases/2024-1b/history', 'index.html'],
    ['/towns/500112140/summary', 'index.html'],
    ['/metricsystem', 'index.html'],
    ['/m', 'm.html'],
    ['/m/', 'm.html'],
    ['/m/cases/2024-1b', 'm.html'],
    ['/memories', 'index.html'],
  ])('%s is a screen of %s', (path, file) => {
    expect(pageOf(path)).toEqual({ kind: 'page', file });
  });

  it.each([
    ['/icon.svg', 'icon.svg', false],
    ['/assets/desk-Ce3b0PCH.js', 'assets/desk-Ce3b0PCH.js', true],
    ['/m/assets/desk.js', 'm/assets/desk.js', false],
    ['/.vite/manifest.json', '.vite/manifest.json', false],
  ])('%s is a file', (path, file, unchanging) => {
    expect(pageOf(path)).toEqual({ kind: 'file', file, unchanging });
  });

  it.each(['/api', '/api/', '/api/nothing', '//api/cases', '/API/cases', '/healthz', '/readyz/', '/metrics'])(
    '%s is not of the web',
    (path) => {
      expect(pageOf(path)).toBeUndefined();
    },
  );
});
