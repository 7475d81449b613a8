import { createMachine, type StateValue } from 'xstate';

/** The stages of a case, in the office's order, then the endings (design 4). Used everywhere by these words. */
export const STAGES = [
  'drafted',
  'cadre-signed',
  'filed',
  'first-tranche-paid',
  'accepted',
  'fully-paid',
  'closed',
  'withdrawn',
  'terminated',
  'no-project',
] as const;

export type Stage = (typeof STAGES)[number];

export const ENDINGS: readonly Stage[] = ['closed', 'withdrawn', 'terminated', 'no-project'];

/**
 * The legal order of a household's case, workflow version 1. It holds order and nothing else: who, how
 * much and why not are rules. A shipped version is never edited; a new order is a new file.
 */
export const caseMachine = createMachine({
  id: 'case',
  initial: 'unopened',
  states: {
    unopened: { on: { CaseOpened: '#case.drafted' } },

    // 一户一策: agreed with the household, signed by it and by the village (R20-R22).
    drafted: {
      initial: 'editing',
      on: { CaseWithdrawn: '#case.withdrawn' },
      states: {
        editing: {
          on: {
            PlanDrafted: 'editing',
            CaseTransferred: 'editing',
            HouseholdSigned: 'household-signed',
            NoProjectConfirmed: '#case.no-project',
          },
        },
        'household-signed': {
          on: {
            VillageCadreSigned: 'village-signed',
            HouseholdSignatureWithdrawn: 'editing',
            PlanReturned: 'editing',
          },
        },
        'village-signed': {
          on: {
            TownCadreSigned: '#case.cadre-signed',
            HouseholdSignatureWithdrawn: 'editing',
            VillageSignatureWithdrawn: 'household-signed',
            PlanReturned: 'editing',
          },
        },
      },
    },

    // Both cadres have signed and the money is reserved; on its way to the bureau (R22, R23).
    'cadre-signed': {
      on: {
        CompletionRequested: 'cadre-signed',
        CompletionSupplied: 'cadre-signed',
        PlanFiled: '#case.in-force',
        FilingReturned: '#case.drafted',
        PlanReturned: '#case.drafted',
        HouseholdSignatureWithdrawn: '#case.drafted',
        TownSignatureWithdrawn: '#case.drafted.village-signed',
        CaseWithdrawn: '#case.withdrawn',
      },
    },

    // The filed version governs payment and building, while a change of it goes its own way (R24).
    'in-force': {
      type: 'parallel',
      states: {
        progress: {
          initial: 'filed',
          states: {
            filed: {
              initial: 'payable',
              states: {
                payable: {
                  on: {
                    TrancheInstructed: 'instructed',
                    FirstTranchePaid: '#case.in-force.progress.first-tranche-paid',
                    FirstTrancheNotDue: '#case.in-force.progress.first-tranche-paid',
                    FilingReturned: '#case.drafted',
                    CaseWithdrawn: '#case.withdrawn',
                  },
                },
                instructed: {
                  on: {
                    FirstTranchePaid: '#case.in-force.progress.first-tranche-paid',
                    TrancheReturned: 'bank-returned',
                    InstructionCancelled: 'payable',
                  },
                },
                'bank-returned': {
                  on: {
                    TrancheInstructed: 'instructed',
                    FirstTranchePaid: '#case.in-force.progress.first-tranche-paid',
                    CaseWithdrawn: '#case.withdrawn',
                  },
                },
              },
            },
            'first-tranche-paid': {
              initial: 'building',
              on: { CaseTerminated: '#case.terminated' },
              states: {
                building: { on: { CompletionReported: 'building', AcceptanceDrafted: 'inspected' } },
                inspected: {
                  on: {
                    AcceptanceDrafted: 'inspected',
                    AcceptanceHouseholdSigned: 'household-signed',
                    RectificationOrdered: 'rectifying',
                  },
                },
                'household-signed': {
                  on: {
                    AcceptanceVillageSigned: 'village-signed',
                    AcceptanceSignatureWithdrawn: 'inspected',
                    RectificationOrdered: 'rectifying',
                  },
                },
                'village-signed': {
                  on: {
                    WorkAccepted: '#case.accepted',
                    AcceptanceSignatureWithdrawn: 'inspected',
                    RectificationOrdered: 'rectifying',
                  },
                },
                rectifying: { on: { CompletionReported: 'rectifying', AcceptanceDrafted: 'inspected' } },
              },
            },
          },
        },
        amendment: {
          initial: 'none',
          states: {
            none: { on: { AmendmentDrafted: 'amendment-drafted' } },
            'amendment-drafted': {
              on: {
                AmendmentDrafted: 'amendment-drafted',
                AmendmentHouseholdSigned: 'amendment-household-signed',
                AmendmentDropped: 'none',
              },
            },
            'amendment-household-signed': {
              on: {
                AmendmentVillageCadreSigned: 'amendment-village-signed',
                AmendmentHouseholdSignatureWithdrawn: 'amendment-drafted',
                AmendmentReturned: 'amendment-drafted',
                AmendmentDropped: 'none',
              },
            },
            'amendment-village-signed': {
              on: {
                AmendmentTownCadreSigned: 'amendment-cadre-signed',
                AmendmentHouseholdSignatureWithdrawn: 'amendment-drafted',
                AmendmentVillageSignatureWithdrawn: 'amendment-household-signed',
                AmendmentReturned: 'amendment-drafted',
                AmendmentDropped: 'none',
              },
            },
            'amendment-cadre-signed': {
              on: {
                AmendmentFiled: 'none',
                AmendmentHouseholdSignatureWithdrawn: 'amendment-drafted',
                AmendmentTownSignatureWithdrawn: 'amendment-village-signed',
                AmendmentReturned: 'amendment-drafted',
                AmendmentDropped: 'none',
              },
            },
          },
        },
      },
    },

    // The work is accepted; the rest of the subsidy and the reward are due together (R28-R31).
    accepted: {
      initial: 'payable',
      states: {
        payable: {
          on: {
            TrancheInstructed: 'instructed',
            FullyPaid: '#case.fully-paid',
            AcceptanceCorrected: 'payable',
            CaseTerminated: '#case.terminated',
          },
        },
        instructed: {
          on: {
            FullyPaid: '#case.fully-paid',
            TrancheReturned: 'bank-returned',
            InstructionCancelled: 'payable',
          },
        },
        'bank-returned': {
          on: {
            TrancheInstructed: 'instructed',
            FullyPaid: '#case.fully-paid',
            AcceptanceCorrected: 'payable',
            CaseTerminated: '#case.terminated',
          },
        },
      },
    },
    'fully-paid': {
      on: {
        AcceptanceCorrected: '#case.accepted',
        SecondTrancheReopened: '#case.accepted.bank-returned',
        CaseClosed: '#case.closed',
      },
    },

    closed: { on: { CaseReopened: '#case.fully-paid' } },
    withdrawn: { on: { CaseReopened: '#case.drafted' } },
    terminated: {},
    'no-project': { on: { CaseReopened: '#case.drafted' } },
  },
});

/** The stage id of a state value. Nothing else looks into a state value. */
export function stageOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  const top = Object.keys(value)[0]!;
  if (top !== 'in-force') return top;
  const { progress } = value[top] as { readonly progress: StateValue };
  return typeof progress === 'string' ? progress : Object.keys(progress)[0]!;
}
