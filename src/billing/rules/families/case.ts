import type { Rule } from '../rule';
import { hitIf } from '../rule';
import { usDate } from '../../values/day';

const family = 'case';

export const CASE_RULES: readonly Rule[] = [
  {
    id: 'birth-date-after-service',
    family,
    severity: 'STOP',
    about: 'client',
    test: ({ client, date }) =>
      hitIf(
        client !== null && client.birthDate !== null && client.birthDate > date,
        client?.cells['birthDate'] ?? null,
        { client: client?.name ?? '' },
      ),
    message: '{client} was born after a session.',
    fix: 'Correct "Birth date" in the Clients table.',
    source: 'NUCC 1500 manual, items 3 and 24A',
  },
  {
    id: 'accident-after-service',
    family,
    severity: 'STOP',
    test: ({ client, date }) => {
      const accident = client?.accidentDate ?? null;
      return hitIf(accident !== null && accident > date, client?.cells['accidentDate'] ?? null, {
        accident: accident === null ? '' : usDate(accident),
      });
    },
    message: 'The accident ({accident}) is later than this session.',
    fix: 'Correct "Accident date" in the Clients table, or bill this session to another payer.',
    source: 'NUCC 1500 manual, items 14 and 24A; 837P 2300 DTP*439',
  },
  {
    id: 'accident-of-another-kind',
    family,
    severity: 'STOP',
    about: 'client',
    test: ({ client, payer, paidBy }) => {
      const paidHere = payer?.kind === 'auto' ? 'auto' : payer?.kind === 'workers-comp' ? 'work' : null;
      if (
        !client ||
        !payer ||
        paidBy !== 'insurance' ||
        paidHere === null ||
        client.accident === null ||
        client.accident === paidHere
      )
        return [];
      const fill = {
        client: client.name,
        kind: client.accident,
        payer: payer.name,
        pays: paidHere === 'auto' ? 'auto accidents' : 'injuries at work',
      };
      return [{ place: client.cells['accident'] ?? null, fill }];
    },
    message: '{client} has an accident of the kind "{kind}", but {payer} pays for {pays}.',
    fix: 'Correct "Accident" in the Clients table, or the payer.',
    source: 'NUCC 1500 manual, item 10; 837P 2300 CLM11',
  },
  {
    id: 'another-payer-may-be-first',
    family,
    severity: 'WARN',
    about: 'client',
    test: ({ client, payer, paidBy }) => {
      if (!client || !payer || paidBy !== 'insurance' || client.accident === null) return [];
      if (payer.kind === 'auto' || payer.kind === 'workers-comp') return [];
      return [{ place: client.cells['accident'] ?? null, fill: { client: client.name, payer: payer.name } }];
    },
    message:
      '{client} is treated after an accident, so the insurer of the accident may have to pay before {payer}.',
    fix: 'Ask the client whether an auto or workers’ compensation claim is open.',
    source: 'NUCC 1500 manual, item 10: a YES signals that another payer may be primary',
  },
];
