import { useState } from 'preact/hooks';
import type { OpenUnmatched } from '../../../actions/payments/settle';
import { sum, usDollars } from '../../../billing/values/cents';
import { dayName, listed, sentence } from '../../model/words';
import { usePane } from '../../pane-context';
import { Section } from '../../parts/section';
import { ShortList } from '../../parts/short-list';
import { DoneHere, Refused } from './done-here';
import { tried, useMonth } from './month-context';

/** Payments that no line was found for: the user says what they are for. */
export function UnmatchedSection() {
  const { shown, news } = useMonth();
  const { unmatched } = shown;
  const isOpen = unmatched.length > 0 || news?.at === 'unmatched';
  const total = sum(unmatched.map(({ paid }) => paid));
  const aside = unmatched.length === 0 ? 'none' : `${String(unmatched.length)}, ${usDollars(total)}`;
  return (
    <Section id="month-unmatched" title="Unmatched payments" aside={aside} isOpen={isOpen}>
      <DoneHere at="unmatched" />
      {unmatched.length === 0 && <p>Every payment that came in found its line.</p>}
      <ShortList
        class="lines"
        items={unmatched}
        keyOf={({ key }) => key}
        show={(payment) => <Unmatched payment={payment} />}
      />
    </Section>
  );
}

function Unmatched({ payment }: { payment: OpenUnmatched }) {
  const { act, reload } = usePane();
  const { months, request, done } = useMonth();
  const [control, setControl] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const { key, client, paid, why, source, candidates } = payment;
  const name = client === '' ? 'No name' : client;

  async function settle(where: string | null): Promise<void> {
    if (where === '') return setRefused('Choose the line first.');
    const settled = await act(
      'Writing…',
      'writing',
      tried((progress) =>
        where === null
          ? months.notOurs(key, request, progress)
          : months.settle(key, where, request, progress),
      ),
    );
    if (!settled) return;
    if (!settled.value.ok) return setRefused(settled.value.words);
    const { posted, settledWith } = settled.value.value;
    const line = candidates.map((one) => one.line).find((one) => one.control === settledWith);
    const to = line ? `${line.client}, ${dayName(line.date)}, ${settledWith}` : settledWith;
    await reload();
    await done(
      where === null
        ? { at: 'unmatched', title: 'Set aside', words: [`${usDollars(paid)} of ${name} is not ours.`] }
        : { at: 'unmatched', title: 'Posted', words: [`${usDollars(posted)} posted to ${to}.`] },
    );
  }

  return (
    <div class="look-at">
      <div class="line">
        <span class="grow">
          <strong dir="auto">{name}</strong>
          <span class="quiet block" dir="auto">
            {detailOf(payment)}
          </span>
        </span>
        <span class="amount">{usDollars(paid)}</span>
      </div>
      <p dir="auto">{sentence(why)}</p>
      <p class="quiet" dir="auto">
        {source}
      </p>
      {candidates.length === 0 ? (
        <p>No line of the register is like it. If it is yours, type it under Type a payment.</p>
      ) : (
        <fieldset class="candidates">
          <legend>It may be for</legend>
          {candidates.map(({ line, balance, because }) => (
            <label key={line.control} class="check">
              <input
                type="radio"
                name={`settle-${key}`}
                checked={control === line.control}
                onChange={() => setControl(line.control)}
              />
              <span class="grow">
                <span dir="auto">
                  {line.client}, {dayName(line.date)}, {line.code}
                </span>
                <span class="quiet block" dir="auto">
                  {line.payer}, {line.control}: charge {usDollars(line.charge)}, open {usDollars(balance)};
                  same {listed(because)}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Refused words={refused} />
      <div class="row">
        {candidates.length > 0 && (
          <button type="button" class="primary" onClick={() => void settle(control)}>
            Post to this line
          </button>
        )}
        <button type="button" onClick={() => void settle(null)}>
          Not ours<span class="hidden">: {name}</span>
        </button>
      </div>
    </div>
  );
}

function detailOf({ from, reference, received, service, code, charge, account }: OpenUnmatched): string {
  return [
    from,
    ...(reference === '' ? [] : [reference]),
    ...(received === null ? [] : [`came ${dayName(received)}`]),
    ...(service === null ? [] : [`visit of ${dayName(service)}`]),
    ...(code === '' ? [] : [code]),
    `charge ${usDollars(charge)}`,
    ...(account === '' ? [] : [`claim ${account}`]),
  ].join(', ');
}
