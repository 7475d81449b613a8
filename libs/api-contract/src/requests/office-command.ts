import { IsIsoDay } from '../fields/is-code';

/** What every command of an office may say. A command without more to say has just this. */
export class OfficeCommandDto {
  /** The date on the office paper, where there is one. */
  @IsIsoDay({ optional: true })
  readonly paperOn?: string;
}
