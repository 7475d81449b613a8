import type { ReasonInput, ReturnInput, SignInput } from '@yihu/domain';
import { IsHash, IsOneOf } from '../fields/is-code';
import { IsListOfTexts, IsPlainText, IsSentence } from '../fields/is-plain-text';
import { SealedFor } from '../fields/sealed-for';
import { OfficeCommandDto } from './office-command';

export const METHODS = ['paper', 'screen'] as const;
export const RELATIONS = ['head', 'member', 'agent'] as const;

/** A signature: of the household, the village or the town, under a plan or under an acceptance. */
export class SignDto extends OfficeCommandDto implements SignInput {
  @IsHash()
  readonly contentHash!: string;

  @IsSentence(200)
  readonly attestation!: string;

  @IsOneOf(METHODS)
  readonly method!: SignInput['method'];

  @IsOneOf(RELATIONS, { optional: true })
  readonly relation?: (typeof RELATIONS)[number];

  @IsHash({ optional: true })
  readonly photo?: string;
}

/** Why a signature is taken back. */
export class ReasonDto extends OfficeCommandDto implements ReasonInput {
  @IsPlainText(1000, { multiline: true })
  @SealedFor('household')
  readonly reason!: string;
}

/** Why something goes back, and which fields are meant. */
export class ReturnDto extends OfficeCommandDto implements ReturnInput {
  @IsPlainText(40)
  readonly reasonCode!: string;

  @IsListOfTexts(40, 40)
  readonly fields!: readonly string[];

  @IsPlainText(1000, { multiline: true })
  @SealedFor('household')
  readonly text!: string;
}
