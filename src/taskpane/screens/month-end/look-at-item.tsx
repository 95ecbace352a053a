import { useState } from 'preact/hooks';
import type { Denial } from '../../../billing/denials/denial-queue';
import { whyOf, type ClaimException } from '../../../billing/month/by-claim';
import type { CallRow } from '../../../billing/month/follow-ups';
import { usDollars } from '../../../billing/values/cents';
import { aboutOf } from '../../model/month/look-at';
import { dayName } from '../../model/words';
import { usePane } from '../../pane-context';
import { CellButton } from '../../parts/finding-item';
import { CallForm } from './call-form';
import { CorrectClaim } from './correct-claim';
import { Refused } from './done-here';
import { tried, useMonth } from './month-context';

type OpenForm = 'call' | 'correct' | 'resend' | null;

/** One thing to look at: what it is about, why, what to do, and the ways to do it. */
export function LookAtItem({ item, denials }: { item: ClaimException; denials: readonly Denial[] }) {
  const pane = usePane();
  const { act, reload } = pane;
  const { months, shown, request, done } = useMonth();
  const [form, setForm] = useState<OpenForm>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const { account, client } = item;
  const claim = shown.claims.find((one) => one.account === account);
  const denial = denials.find(({ line }) => line.account === account);
  const place = shown.cells.get(item.control ?? '') ?? shown.cells.get(account ?? '');

  async function appeal(): Promise<void> {
    const made = await act(
      'Writing the letter…',
      'writing',
      tried((progress) => months.makeDocument({ kind: 'appeal', client, account }, request, progress)),
    );
    if (!made) return;
    if (!made.value.ok) return setRefused(made.value.words);
    const { words, warnings, sheet } = made.value.value;
    await reload();
    await done({ at: 'look', title: 'Appeal letter made', words, warnings, sheets: [sheet] });
  }

  const toggle = (which: OpenForm): void => setForm(form === which ? null : which);
  return (
    <div class="look-at">
      <div class="line">
        <span class="grow">
          <strong dir="auto">{client}</strong>
          <span class="quiet block" dir="auto">
            {aboutOf(item)}
          </span>
        </span>
        <span class="amount">{usDollars(item.amount)}</span>
      </div>
      <p dir="auto">{whyOf(item)}</p>
      <p dir="auto">
        <strong>{item.fix}</strong>
      </p>
      {denial && <p class="quiet">{denial.appealWords}</p>}
      {claim?.calls[0] && (
        <p class="quiet" dir="auto">
          {lastCallWords(claim.calls[0])}
        </p>
      )}
      <div class="row">
        {place && <CellButton place={place} />}
        {claim && (
          <button type="button" aria-expanded={form === 'call'} onClick={() => toggle('call')}>
            Log a call<span class="hidden"> about {account}</span>
          </button>
        )}
        {denial && (
          <button type="button" onClick={() => void appeal()}>
            Appeal letter<span class="hidden"> for {account}</span>
          </button>
        )}
        {account === null && item.word === 'not billed' && (
          <button type="button" onClick={() => pane.go('check')}>
            Open Check<span class="hidden"> for {client}</span>
          </button>
        )}
        {claim && item.word === 'not billed' && (
          <button type="button" aria-expanded={form === 'resend'} onClick={() => toggle('resend')}>
            Send it again<span class="hidden">: {account}</span>
          </button>
        )}
        {claim && (
          <button type="button" aria-expanded={form === 'correct'} onClick={() => toggle('correct')}>
            Correct the claim<span class="hidden"> {account}</span>
          </button>
        )}
      </div>
      <Refused words={refused} />
      {form === 'call' && account !== null && <CallForm account={account} close={() => setForm(null)} />}
      {form === 'correct' && claim && <CorrectClaim claim={claim} close={() => setForm(null)} />}
      {form === 'resend' && claim && (
        <CorrectClaim key="resend" claim={claim} first="resend" close={() => setForm(null)} />
      )}
    </div>
  );
}

/** "Last: call on Oct 2. Pat: they look again" */
function lastCallWords({ on, kind, spokeWith, said }: CallRow): string {
  const when = on === null ? '' : ` on ${dayName(on)}`;
  const words = [spokeWith, said].filter((part) => part !== null).join(': ');
  return `Last: ${(kind ?? 'Call').toLowerCase()}${when}. ${words}`;
}
