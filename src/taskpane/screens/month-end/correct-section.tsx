import { useState } from 'preact/hooks';
import { usDollars } from '../../../billing/values/cents';
import { daySpan } from '../../model/words';
import { Choice } from '../../parts/field';
import { Section } from '../../parts/section';
import { CorrectClaim } from './correct-claim';
import { DoneHere } from './done-here';
import { useMonth } from './month-context';

/** Any claim of the register, also one that nothing is wrong with here: to be corrected, taken back or sent again. */
export function CorrectSection() {
  const { shown } = useMonth();
  const [client, setClient] = useState('');
  const [account, setAccount] = useState('');
  const clients = [...new Set(shown.claims.map((claim) => claim.client))].sort((a, b) => a.localeCompare(b));
  const claims = shown.claims.filter((claim) => claim.client === client).reverse();
  const claim = claims.find((one) => one.account === account);
  return (
    <Section id="month-correct" title="Correct a claim">
      <p class="quiet">When you see that a claim was wrong, or should not have been sent.</p>
      <DoneHere at="correct" />
      <Choice
        id="correct-client"
        label="Client"
        value={client}
        type={(name) => {
          setClient(name);
          setAccount('');
        }}
      >
        <option value="">Choose…</option>
        {clients.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice id="correct-account" label="Claim" value={account} type={setAccount}>
        <option value="">{client === '' ? 'Choose the client first' : 'Choose…'}</option>
        {claims.map(({ account: number, from, to, payer, charge }) => (
          <option key={number} value={number}>
            {number}, {daySpan(from, to)}, {payer}, {usDollars(charge)}
          </option>
        ))}
      </Choice>
      {claim && <CorrectClaim key={claim.account} claim={claim} at="correct" close={() => setAccount('')} />}
    </Section>
  );
}
