import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import * as contract from '../index';
import { sealingOf } from '../fields/sealed-for';

type RequestClass = new () => object;

const requests = Object.entries(contract).filter(
  (entry): entry is [string, RequestClass] => typeof entry[1] === 'function' && /(Dto|Query)$/.test(entry[0]),
);

function checkedFields(request: RequestClass): readonly string[] {
  const metadata = getMetadataStorage().getTargetValidationMetadatas(request, '', false, false);
  return [...new Set(metadata.map((each) => each.propertyName))].sort();
}

function describedFields(request: RequestClass): readonly string[] {
  const described = (Reflect.getMetadata('swagger/apiModelPropertiesArray', request.prototype) ??
    []) as string[];
  return described.map((name) => name.replace(/^:/, '')).sort();
}

describe.each(requests)('%s', (_name, request) => {
  it('has the same fields for class-validator and for OpenAPI', () => {
    expect(checkedFields(request)).toEqual(describedFields(request));
    expect(checkedFields(request)).not.toEqual([]);
  });

  it('refuses what is not in it', () => {
    const options = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true };
    const errors = validateSync(plainToInstance(request, { approvedBySomeone: true }), options);
    expect(errors.map((error) => error.property)).toContain('approvedBySomeone');
  });
});

it('seals everything that is said about a person', () => {
  const sealed = requests.flatMap(([name, request]) =>
    describedFields(request)
      .filter((property) => sealingOf(request.prototype as object, property))
      .map((property) => `${name}.${property}`),
  );
  expect(sealed.sort()).toEqual([
    'AssignCadresDto.reason',
    'CancelBatchDto.reason',
    'ExtensionDto.ground',
    'GroundsDto.circumstances',
    'GroundsDto.items',
    'GroundsDto.wish',
    'NoProjectDto.text',
    'ProposeAccountDto.account',
    'ProposeAccountDto.holder',
    'ReasonDto.reason',
    'RectificationDto.text',
    'RegisterHouseholdDto.identity',
    'RegisterHouseholdDto.name',
    'RegisterHouseholdDto.phone',
    'RegisterStaffDto.name',
    'ReturnDto.text',
    'SealSummaryDto.evenSplitExplanation',
    'UnfreezeDto.outcome',
    'VoidSummaryDto.reason',
    'WithdrawCaseDto.reason',
  ]);
});
