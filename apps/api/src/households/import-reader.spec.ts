import { createRosterReader } from './import-reader';

const roster = Buffer.from('镇,村,姓名,身份证号\n茨竹镇,演示甲村,演示一,999999197001010017\n');

it('reads a file once for a dry run and its import, and again when it is asked another way', async () => {
  const read = createRosterReader();
  const first = await read('a', roster, undefined);
  expect(first.rows).toHaveLength(1);
  expect(await read('a', roster, undefined)).toBe(first);
  expect(await read('a', roster, 'utf-8')).not.toBe(first);
  expect(await read('b', roster, 'utf-8')).not.toBe(first);
});

it('remembers no failure', async () => {
  const read = createRosterReader();
  const failed = read('a', Buffer.alloc(0), undefined);
  await expect(failed).rejects.toMatchObject({ code: 'file-empty' });
  await expect(read('a', roster, undefined)).resolves.toMatchObject({ format: 'csv' });
});
