import { useState } from 'preact/hooks';
import { CREDIT_WORDS } from '../../../billing/documents/refund';
import { creditTotal, usedBy, type ClientCredit } from '../../../billing/payments/client-credit';
import { usDollars, ZERO } from '../../../billing/values/cents';
import { dayName, listed } from '../../model/words';
import { usePane } from '../../pane-context';
import { Section } from '../../parts/section';
import { ShortList } from '../../parts/short-list';
import { DoneHere, Refused } from './done-here';
import { tried, useMonth } from './month-context';

/** What clients paid ahead or too much: used for what they owe, or given back, when somebody says so. */
export function CreditSection() {
  const { shown, news } = useMonth();
  const { credits } = shown;
  if (credits.length === 0 && news?.at !== 'credit') return null;
  const aside = `${String(credits.length)}, ${usDollars(creditTotal(credits))}`;
  return (
    <Section id="month-credit" title="Credit of clients" aside={aside} isOpen={news?.at === 'credit'}>
      <DoneHere at="credit" />
      <ShortList
        class="lines"
        items={credits}
        keyOf={({ client }) => client}
        show={(credit) => <Credit credit={credit} />}
      />
    </Section>
  );
}

function Credit({ credit }: { credit: ClientCredit }) {
  const { act, reload } = usePane();
  const { months, request, done } = useMonth();
  const [refused, setRefused] = useState<string | null>(null);
  const { client, amount, sources, uses } = credit;
  const used = usedBy(credit);

  async function use(): Promise<void> {
    const written = await act(
      'Writing…',
      'writing',
      tried((progress) => months.useCredit(client, request, progress)),
    );
    if (!written) return;
    if (!written.value.ok) return setRefused(written.value.words);
    const { accounts, left } = written.value.value;
    const words = `${usDollars(written.value.value.used)} used for ${listed(accounts)}; ${usDollars(left)} is left.`;
    await reload();
    await done({ at: 'credit', title: 'Credit used', words: [words] });
  }

  async function giveBack(): Promise<void> {
    const made = await act(
      'Writing the letter…',
      'writing',
      tried((progress) => months.makeDocument({ kind: 'refund', client }, request, progress)),
    );
    if (!made) return;
    if (!made.value.ok) return setRefused(made.value.words);
    const { words, warnings, sheet } = made.value.value;
    await reload();
    await done({ at: 'credit', title: 'Refund letter made', words, warnings, sheets: [sheet] });
  }

  return (
    <div class="look-at">
      <div class="line">
        <span class="grow">
          <strong dir="auto">{client}</strong>
        </span>
        <span class="amount">{usDollars(amount)}</span>
      </div>
      {sources.map((source) => (
        <p key={source.control} class="quiet" dir="auto">
          {CREDIT_WORDS[source.kind]}: {usDollars(source.amount)}, {dayName(source.date)}
          {source.account === '' ? '' : `, ${source.account}`}
        </p>
      ))}
      {uses.length > 0 && (
        <p dir="auto">
          Could be used for{' '}
          {listed([...new Set(uses.map(({ to }) => `${to.account} of ${dayName(to.date)}`))])}:{' '}
          {usDollars(used)}. Ask the client first.
        </p>
      )}
      <Refused words={refused} />
      <div class="row">
        {used > ZERO && (
          <button type="button" class="primary" onClick={() => void use()}>
            Use {usDollars(used)}
            <span class="hidden"> of {client}</span>
          </button>
        )}
        <button type="button" onClick={() => void giveBack()}>
          Refund letter<span class="hidden"> for {client}</span>
        </button>
      </div>
    </div>
  );
}
