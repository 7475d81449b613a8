import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DraftPlanDto, GroundsDto, OfficeCommandDto, ReturnDto, WithdrawCaseDto } from '@yihu/api-contract';
import { isSealed, openVault, type Vault } from '@yihu/vault';
import { sealInput } from './seal-input';

const HOUSEHOLD = 'household-a';
const COMMAND = '0b2f1c1e-4e0d-5b6a-9c3d-2a1b0c9d8e7f';

let folder: string;
let vault: Vault;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-seal-'));
  vault = openVault({
    file: join(folder, 'vault.db'),
    masterKeyFile: join(folder, 'key'),
    createMasterKeyWhenNew: true,
  });
});
afterAll(() => {
  vault.close();
  rmSync(folder, { recursive: true });
});

function request<Body extends object>(requestClass: new () => Body, fields: object): Body {
  return Object.assign(new requestClass(), fields);
}

function sealed(body: object): Record<string, unknown> {
  return sealInput(vault, body, { household: HOUSEHOLD }, COMMAND) as Record<string, unknown>;
}

it('seals what speaks about a person and nothing else, under the name of the fact', () => {
  const input = sealed(request(WithdrawCaseDto, { ground: 'moved', reason: '随子女外迁' }));
  expect(input['ground']).toBe('moved');
  expect(isSealed(input['reason'])).toBe(true);
  expect(vault.unseal(HOUSEHOLD, 'text', input['reason'] as string)).toBe('随子女外迁');
});

it('reaches into the parts of a request', () => {
  const grounds = request(GroundsDto, { wish: '愿意', circumstances: '三人', items: '鸡苗' });
  const input = sealed(request(DraftPlanDto, { activity: 'breeding', lines: [], grounds }));
  const parts = input['grounds'] as Record<string, string>;
  expect(vault.unseal(HOUSEHOLD, 'grounds.wish', parts['wish']!)).toBe('愿意');
});

it('gives the same bytes for the same command, and plain data that JSON holds', () => {
  const body = request(ReturnDto, { reasonCode: 'other', fields: ['lines'], text: '请核实' });
  expect(sealed(body)).toEqual(sealed(body));
  expect(Object.getPrototypeOf(sealed(body))).toBe(Object.prototype);
  expect(Object.keys(sealed(body))).toEqual(['reasonCode', 'fields', 'text']);
});

it('leaves an empty text empty, so that a rule can ask for it', () => {
  expect(sealed(request(ReturnDto, { reasonCode: '', fields: [], text: '' }))).toEqual({
    reasonCode: '',
    fields: [],
    text: '',
  });
});

it('keeps the date of the paper out of the input, and every field that was not sent', () => {
  expect(sealed(request(OfficeCommandDto, { paperOn: '2024-03-01', photo: undefined }))).toEqual({});
});

it('makes the key before the seal, and no key for nothing', () => {
  const other = { household: 'household-b' };
  sealInput(vault, request(ReturnDto, { reasonCode: '', fields: [], text: '' }), other, COMMAND);
  expect(() => vault.seal('household-b', 'text', 'x', COMMAND)).toThrow('no key');
  sealInput(vault, request(ReturnDto, { reasonCode: '', fields: [], text: 'x' }), other, COMMAND);
  expect(() => vault.seal('household-b', 'text', 'x', COMMAND)).not.toThrow();
});
