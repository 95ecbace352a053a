import { addAll } from '../../billing/values/lists';
import { faultAt } from '../segments/fault';
import { readX12 } from '../segments/read-x12';
import type { Acknowledgements } from './answer';
import { batchRefusals, claimAnswers } from './read-claim-answers';
import { groupAnswers, interchangeAnswers } from './read-syntax-answers';

/**
 * Reads what comes back after claims were sent: TA1, 999 (005010X231A1) and 277CA (005010X214), in one file or in
 * several put together. Never throws; a file that is none of these gives a fault.
 */
export function readAcknowledgements(text: string): Acknowledgements {
  const file = readX12(text);
  const read: Acknowledgements = { files: [], claims: [], faults: [...file.faults] };
  for (const interchange of file.interchanges) {
    addAll(read.files, interchangeAnswers(interchange));
    for (const group of interchange.groups) {
      for (const transaction of group.transactions) {
        if (transaction.kind === '999') {
          addAll(read.files, groupAnswers(transaction, group.header));
        } else if (transaction.kind === '277' && /X214/.test(transaction.version)) {
          addAll(read.files, batchRefusals(transaction));
          addAll(read.claims, claimAnswers(transaction));
        } else {
          const kind = `${transaction.kind} ${transaction.version}`.trim();
          const words = `This is no acknowledgement of claims (999 or 277CA) but a transaction ${kind}`;
          read.faults.push(faultAt('not-this-kind', transaction.header, words));
        }
      }
    }
  }
  return read;
}
