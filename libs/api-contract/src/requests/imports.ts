import { IsWholeNumberInQuery } from '../fields/is-amount';
import { IsOneOf, IsTown } from '../fields/is-code';

/** What is said of a roster beside the file itself. */
export class ImportHouseholdsQuery {
  @IsWholeNumberInQuery(2000, 2999, { optional: false })
  readonly year!: number;

  /** Only rows of this town are taken; those of others are counted and left alone. */
  @IsTown({ optional: true })
  readonly town?: string;

  /** Checked and told, and nothing is written. */
  @IsOneOf(['true', 'false'], { optional: true })
  readonly dryRun?: 'true' | 'false';

  /** Overrules the guess of how a text file is written. */
  @IsOneOf(['utf-8', 'utf-16le', 'gb18030'], { optional: true })
  readonly encoding?: 'utf-8' | 'utf-16le' | 'gb18030';
}

export class RosterTemplateQuery {
  /** The programme whose towns and villages the template offers. */
  @IsWholeNumberInQuery(2000, 2999)
  readonly year?: number;
}
