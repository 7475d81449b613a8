/** What answers programs and not people; nothing of the web stands below it. */
const SURFACE = /^\/+(api|healthz|readyz|metrics)(\/|$)/i;

/** Files are named with an ending, screens never are. */
const FILE = /\.[^/]*$/;

/** Vite names what is in here after its content, so what a name stands for never changes. */
const HASHED = /^assets\//;

/** What a path asks of the built web. */
export type WebAnswer =
  | { readonly kind: 'page'; readonly file: 'index.html' | 'm.html' }
  | { readonly kind: 'file'; readonly file: string; readonly unchanging: boolean };

/** The file that answers a decoded path, or undefined for a path that is not the web's. */
export function pageOf(path: string): WebAnswer | undefined {
  if (SURFACE.test(path)) return undefined;
  const file = path.replace(/^\/+/, '');
  if (FILE.test(file)) return { kind: 'file', file, unchanging: HASHED.test(file) };
  return { kind: 'page', file: /^m(\/|$)/.test(file) ? 'm.html' : 'index.html' };
}
