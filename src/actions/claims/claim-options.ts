import type { ActionOptions } from '../../practice/options';
import type { Sending } from '../../practice/set-up/remembered';
import type { FilesRequest } from './claim-files';

/** What making claims is asked for. */
export interface ClaimOptions extends ActionOptions {
  /** Files to make of the claims, beside the sheets. */
  files?: FilesRequest | undefined;
  /** The claims go on the red form: what it has no room for is held back. */
  paper?: boolean | undefined;
}

/** The options of a run with the files that go with the way in which the claims go out. */
export function claimOptions(options: ActionOptions, { edi, paper }: Sending): ClaimOptions {
  return {
    ...options,
    paper,
    files: { edi, csv: true, clearinghouse: null, settings: {}, control: null, ifPossible: true },
  };
}
