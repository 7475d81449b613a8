import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Person } from '../http/cast';
import type { Office } from '../http/office';

export const WIDE = { width: 1440, height: 900 } as const;
export const NARROW = { width: 390, height: 844 } as const;

/** A page of somebody's, and what it complained of. */
export interface Desk {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Opens a page as a person of the office, or as nobody. */
export async function openDesk(
  browser: Browser,
  office: Pick<Office, 'tokenOf'>,
  person: Person | undefined,
  viewport: { readonly width: number; readonly height: number } = WIDE,
): Promise<Desk> {
  // What moves is no place to click, and on its way from grey to ready has no contrast of its own.
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  if (person !== undefined) {
    const token = office.tokenOf(person);
    // The first script of the page: whoever is signed in already stays so over a reload.
    await page.addInitScript(`sessionStorage['yihu.session'] ??= ${JSON.stringify(token)}`);
  }
  return { page, complaints };
}

/** A grey button keeps its click; the browser's driver would wait for it to become blue. */
export function pressGrey(button: Locator): Promise<void> {
  return button.click({ force: true });
}

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious on a page as it stands: rule, element and what is wrong. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const findings = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  )) as readonly Finding[];
  return findings
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/** Whether nothing of a page lies beyond its right edge. */
export async function fitsItsWidth(page: Page): Promise<boolean> {
  return (await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')) as boolean;
}

/** Writes a picture for whoever wants to look; a test compares none. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['YIHU_SHOTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
