import { useState } from 'preact/hooks';
import type { MonthView } from '../../../billing/month/month-view';
import { sum, usDollars } from '../../../billing/values/cents';
import { keyOf, lookAtGroups } from '../../model/month/look-at';
import { counted } from '../../model/words';
import { Section } from '../../parts/section';
import { ShortList } from '../../parts/short-list';
import { DoneHere } from './done-here';
import { LookAtItem } from './look-at-item';

/** What needs a call, a letter or a look, by what is wrong with it. */
export function LookAtSection({ report }: { report: MonthView }) {
  const [filter, setFilter] = useState('');
  const { toLookAt, calls } = report;
  const groups = lookAtGroups(toLookAt, filter);
  const count = toLookAt.length;
  return (
    <Section id="month-look-at" title="To look at" aside={count === 0 ? 'nothing' : String(count)} isOpen>
      <DoneHere at="look" />
      {count === 0 && <p>Nothing needs a call or a look.</p>}
      {calls.length > 0 && (
        <p class="quiet">
          Calls to make: {counted(calls.length, 'payer')} about{' '}
          {usDollars(sum(calls.map(({ amount }) => amount)))}.
        </p>
      )}
      {count > 0 && (
        <div class="field">
          <label for="look-at-text">Find a client, a payer or a word</label>
          <input
            id="look-at-text"
            type="search"
            value={filter}
            onInput={({ currentTarget }) => setFilter(currentTarget.value)}
          />
        </div>
      )}
      {count > 0 && groups.length === 0 && <p>Nothing that fits these words.</p>}
      {groups.map(({ word, title, aside, items }, index) => (
        <details key={word} class="person" open={index === 0 || filter !== ''}>
          <summary>
            <strong class="grow">{title}</strong>
            <span class="quiet amount">{aside}</span>
          </summary>
          <ShortList
            class="lines"
            items={items}
            keyOf={keyOf}
            show={(item) => <LookAtItem item={item} denials={report.denials} />}
          />
        </details>
      ))}
    </Section>
  );
}
