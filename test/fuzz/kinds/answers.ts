import { fileFindings } from '../../../src/actions/answers/answer-findings';
import { answerRow, asKept, asOpened } from '../../../src/actions/answers/answer-rows';
import { fileKindOf } from '../../../src/x12/file-kind';
import { matchAnswers } from '../../../src/x12/acknowledgements/match-answers';
import { readAcknowledgements } from '../../../src/x12/acknowledgements/read-acknowledgements';
import { day } from '../../support/values';
import {
  ACCEPTED_999,
  ACCEPTED_WITH_ERRORS_999,
  F277CA,
  REJECTED_999,
  REJECTED_GROUP_999,
  ta1,
} from '../../x12/acknowledgements/samples';
import { kindOf } from '../laws';
import { mutated } from '../mutations';

const SENT = [{ control: 17, accounts: ['C26100001', 'C26100002', 'C26100003'] }];

function answers(name: string, seeds: readonly string[]) {
  return kindOf({
    name,
    make: (random) => mutated(random, random.of(seeds), /([*~:\n])/),
    read(text: string) {
      const read = readAcknowledgements(text);
      const matched = matchAnswers(read, SENT);
      const opened = matched.answers.map((answer) => asOpened(answer, 'answer.txt'));
      return {
        read: { faults: read.faults, files: read.files, claims: read.claims },
        matched,
        kind: fileKindOf(text),
        findings: fileFindings('answer.txt', read),
        kept: opened.map(asKept),
        rows: opened.map((answer) => answerRow(answer, day('2026-11-04'), 'R1')),
      };
    },
  });
}

export const syntaxAnswers = answers('999', [
  ACCEPTED_999,
  ACCEPTED_WITH_ERRORS_999,
  REJECTED_999,
  REJECTED_GROUP_999,
  ta1('R', '006'),
]);
export const claimAnswers = answers('277CA', [F277CA]);
