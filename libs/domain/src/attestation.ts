/** A sentence a signer affirms. Signing means affirming exactly this. */
export interface Attestation {
  readonly id: string;
  readonly text: string;
}

/** The sentence above the signatures of F1, word for word (R37). */
export const BUDGET_ATTESTATION: Attestation = {
  id: 'R37',
  text: '经核实，该户帮扶方案切实可行，帮扶内容、金额属实。',
};

/** F3 prints no sentence; this one says what its signatures mean (reading of R29). */
export const ACCEPTANCE_ATTESTATION: Attestation = {
  id: 'R29',
  text: '经核实，该户项目完成情况、金额和生产经营收入属实。',
};
