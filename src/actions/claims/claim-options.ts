import type { ActionOptions } from '../context';
import type { Sending } from '../set-up/remembered';

/** The options of a run with the files that go with the way in which the claims go out. */
export function claimOptions(options: ActionOptions, { edi, paper }: Sending): ActionOptions {
  return {
    ...options,
    paper,
    files: { edi, csv: true, clearinghouse: null, settings: {}, control: null, ifPossible: true },
  };
}
