import { useState } from 'preact/hooks';
import {
  EMPTY_PAYMENT,
  PAID_AHEAD,
  paymentForm,
  type TypedPaymentForm,
} from '../../model/month/payment-form';
import { usDollars } from '../../../billing/values/cents';
import { dayName, daySpan } from '../../model/words';
import { usePane } from '../../pane-context';
import { Choice, Field } from '../../parts/field';
import { Section } from '../../parts/section';
import { DoneHere, Refused } from './done-here';
import { tried, useMonth } from './month-context';

/** A check or a paper statement, typed. What was typed stays when it is refused. */
export function TypePayment() {
  const { act, reload } = usePane();
  const { months, shown, request, done } = useMonth();
  const [typed, setTyped] = useState<TypedPaymentForm>(EMPTY_PAYMENT);
  const [client, setClient] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const clients = [...new Set(shown.claims.map((claim) => claim.client))].sort((a, b) => a.localeCompare(b));
  const claims = shown.claims.filter((claim) => claim.client === client).reverse();
  const claim = claims.find(({ account }) => account === typed.account);
  const field = (key: Exclude<keyof TypedPaymentForm, 'who'>) => ({
    id: `payment-${key}`,
    value: typed[key],
    type: (value: string) => setTyped({ ...typed, [key]: value }),
  });

  async function post(event: Event): Promise<void> {
    event.preventDefault();
    const read = paymentForm(typed, claim?.payer ?? null, client);
    if (!read.ok) return setRefused(read.words);
    const posted = await act(
      'Posting the payment…',
      'writing',
      tried((progress) => months.typePayment(read.form, request, progress)),
    );
    if (!posted) return;
    if (!posted.value.ok) return setRefused(posted.value.words);
    setRefused(null);
    // The next payment of the same check needs the same date, payer and number.
    setTyped({ ...EMPTY_PAYMENT, received: typed.received, who: typed.who, reference: typed.reference });
    await reload();
    const words = [
      `${usDollars(posted.value.value.posted)} ${read.form.account === null ? `of ${client} kept as a credit` : `posted to ${read.form.account}`}.`,
    ];
    await done({ at: 'type', title: 'Payment posted', words });
  }

  async function showSheet(): Promise<void> {
    const shownNow = await act(
      'Going to the Payments sheet…',
      'writing',
      tried((progress) => months.showPayments(request, progress)),
    );
    if (!shownNow) return;
    if (!shownNow.value.ok) return setRefused(shownNow.value.words);
    const { tablesMade, sheet } = shownNow.value.value;
    if (tablesMade.length === 0) return;
    await reload();
    const words = ['Type below its headers, a row for each payment. Leave the columns after Notes empty.'];
    await done({ at: 'type', title: 'Payments sheet made', words, sheets: [sheet] });
  }

  return (
    <Section id="month-type" title="Type a payment">
      <p class="quiet">For checks and paper statements without an 835 file, and for what clients pay.</p>
      <DoneHere at="type" />
      <form onSubmit={(event) => void post(event)}>
        <Choice
          id="payment-client"
          label="Client"
          value={client}
          type={(name) => {
            setClient(name);
            setTyped({ ...typed, account: '', control: '' });
          }}
        >
          <option value="">Choose…</option>
          {clients.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice
          {...field('account')}
          label="Claim or superbill"
          type={(account) =>
            setTyped({
              ...typed,
              account,
              control: '',
              who: account === PAID_AHEAD ? 'client' : typed.who,
            })
          }
        >
          <option value="">{client === '' ? 'Choose the client first' : 'Choose…'}</option>
          {claims.map(({ account, from, to, open, payer }) => (
            <option key={account} value={account}>
              {account}, {daySpan(from, to)}, {payer}, open {usDollars(open)}
            </option>
          ))}
          {client !== '' && <option value={PAID_AHEAD}>None yet: the client pays ahead</option>}
        </Choice>
        {claim && claim.lines.length > 1 && (
          <Choice {...field('control')} label="For">
            <option value="">The whole claim</option>
            {claim.lines.map(({ line, balance }) => (
              <option key={line.control} value={line.control}>
                {dayName(line.date)}, {line.code}, charge {usDollars(line.charge)}, open {usDollars(balance)}
              </option>
            ))}
          </Choice>
        )}
        <Choice
          id="payment-who"
          label="Who paid"
          value={typed.who}
          type={(who) => setTyped({ ...typed, who: who === 'client' ? 'client' : 'payer' })}
        >
          <option value="payer">{claim ? `The payer, ${claim.payer}` : 'The payer'}</option>
          <option value="client">The client</option>
        </Choice>
        {typed.who === 'payer' && (
          <Choice {...field('from')} label="Another payer">
            <option value="">No, the one above</option>
            {shown.payers.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        <Field {...field('received')} label="Came on" kind="date" />
        <Field {...field('reference')} label="Check or EFT number" />
        <Field
          {...field('paid')}
          label="Amount paid"
          inputMode="decimal"
          help="0 for a denial. With a minus for what was taken back."
        />
        {typed.who === 'payer' && (
          <>
            <Field {...field('allowed')} label="Allowed" inputMode="decimal" />
            <Field {...field('adjusted')} label="Written off" inputMode="decimal" />
            <Field {...field('clientOwes')} label="Client owes" inputMode="decimal" />
            <Field
              {...field('reasons')}
              label="Reasons, as the statement has them"
              help="Such as CO-45 40.00; PR-1 80.00. May stay empty."
            />
          </>
        )}
        <Field {...field('notes')} label="Notes" />
        <Refused words={refused} />
        <button type="submit" class="primary wide">
          Post this payment
        </button>
        <button type="button" class="subtle" onClick={() => void showSheet()}>
          Or type them into the Payments sheet
        </button>
      </form>
    </Section>
  );
}
