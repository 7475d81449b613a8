import type { Locator, Page } from 'playwright-core';

/** Opens the form of a command, has it filled in, and gives the command. */
export async function give(
  page: Page,
  command: string,
  fillIn: (dialog: Locator) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await page.getByRole('button', { name: command, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${command}`) });
  await fillIn(dialog);
  await dialog.getByRole('button', { name: command, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** A picture to choose; two contents are two pictures. */
export function photo(content: string) {
  return { name: `${content}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(content) };
}

/** Adds a photo to the notice that is open. */
export function addNoticePhoto(page: Page, which: RegExp, content: string): Promise<void> {
  return give(page, '补公示照片', async (dialog) => {
    await dialog.getByRole('radio', { name: which }).check();
    await dialog.locator('input[type=file]').setInputFiles(photo(content));
    await dialog.getByText('已记下照片指纹').waitFor();
  });
}
