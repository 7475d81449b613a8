import type { Browser } from 'playwright-core';
import { startOffice, type Office } from '../http/office';
import { launchBrowser } from './browser';

let office: Office;
let browser: Browser;

beforeAll(async () => {
  office = await startOffice();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await office.close();
});

describe('the page of a server without screens', () => {
  it.each([
    ['a desk', 1440, 900],
    ['a phone', 390, 844],
  ])(
    'fits %s, says in Chinese what this is and how to build the screens, and leads to the documentation',
    async (_what, width, height) => {
      const page = await browser.newPage({ viewport: { width, height } });
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      await page.goto(office.server.url, { waitUntil: 'networkidle' });
      expect(await page.title()).toContain('一户');
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      expect(await page.locator('body').innerText()).toContain('npm run build');
      if (process.env['YIHU_SHOTS'])
        await page.screenshot({ path: `${process.env['YIHU_SHOTS']}/unbuilt-page-${width}.png` });
      await page.getByRole('link').first().click();
      await page.waitForURL('**/api/docs**');
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});
