import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';

/** What every kind of field can be told. */
export interface FieldOptions {
  /** The field may be missing. It may never be null. */
  readonly optional?: boolean;
}

/**
 * A field of a request: what OpenAPI says of it and what checks it, in one place, so that the two cannot
 * drift apart.
 */
export function field(
  schema: ApiPropertyOptions,
  { optional = false }: FieldOptions,
  ...checks: readonly PropertyDecorator[]
): PropertyDecorator {
  const described = ApiProperty({ ...schema, required: !optional } as ApiPropertyOptions);
  const skipped = optional ? [ValidateIf((_request, value) => value !== undefined)] : [];
  return applyDecorators(described, ...skipped, ...checks);
}
