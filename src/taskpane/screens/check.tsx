import { useEffect, useState } from 'preact/hooks';
import type { CheckReport } from '../../actions/check/check-month';
import { countsOf, EVERYTHING, findingGroups, SEVERITIES, SEVERITY_MEANS } from '../model/findings';
import { fixGroups } from '../model/fixes';
import { likelyMonth } from '../../actions/sessions/likely-month';
import { counted } from '../model/words';
import { usePane } from '../pane-context';
import type { Severity } from '../../billing/findings';
import { Accounts } from '../parts/accounts';
import { Answers } from '../parts/answers';
import { FixAll, Fixes } from '../parts/fixes';
import { Icon } from '../parts/icon';
import { MonthPicker } from '../parts/month-picker';
import { Notice } from '../parts/notice';
import { SeverityMark } from '../parts/severity-mark';
import { FindingGroups } from './check/finding-groups';

/** Check: everything found in a month, by client and visit. */
export function CheckScreen({ isShown }: { isShown: boolean }) {
  const { act, actions, overview, busy, edits } = usePane();
  const { months } = overview.sessions;
  const [chosen, setChosen] = useState<string | null>(null);
  const [report, setReport] = useState<CheckReport | null>(null);
  const [filter, setFilter] = useState(EVERYTHING);
  const [seen, setSeen] = useState(-1);
  const month = chosen ?? likelyMonth(months, new Date());

  async function check(): Promise<void> {
    if (month === null) return;
    setSeen(edits);
    const found = await act('Checking…', 'looking', () =>
      actions.check({ month, filter: {}, setUp: overview.remembered }),
    );
    if (found) setReport(found.value);
  }

  useEffect(() => {
    if (isShown && (report?.month !== month || seen !== edits)) void check();
  }, [isShown, month]);

  const toggle = (severity: Severity): void => {
    const severities = new Set(filter.severities);
    if (!severities.delete(severity)) severities.add(severity);
    setFilter({ ...filter, severities });
  };
  const counts = report && countsOf(report);
  const groups = report ? findingGroups(report, filter) : [];
  const isClean = report !== null && report.stops + report.warnings + report.notes === 0;
  return (
    <>
      <h2>Check</h2>
      {month === null ? (
        <Notice tone="plain">
          <p>There are no sessions to check yet. Start with Set up.</p>
        </Notice>
      ) : (
        <MonthPicker id="check-month" months={months} month={month} choose={setChosen} />
      )}
      {!report && busy === null && month !== null && (
        <button type="button" onClick={() => void check()}>
          Check the month
        </button>
      )}
      {report && counts && (
        <Answers after={check}>
          <Fixes after={check}>
            <p class="quiet" role="status">
              {counted(report.sessions, 'session')} not billed yet
              {report.billedBefore > 0 ? `, ${counted(report.billedBefore, 'session')} billed before` : ''}.
            </p>
            <Accounts accounts={report.accounts} />
            <fieldset class="severities">
              <legend class="hidden">Show</legend>
              {SEVERITIES.map((severity) => (
                <label key={severity} class="severity">
                  <input
                    type="checkbox"
                    checked={filter.severities.has(severity)}
                    onChange={() => toggle(severity)}
                  />
                  <SeverityMark severity={severity} />
                  <span class="quiet grow">{SEVERITY_MEANS[severity]}</span>
                  <strong>{counts[severity]}</strong>
                </label>
              ))}
            </fieldset>
            <div class="field">
              <label for="check-text">Find a client, a code or a word</label>
              <input
                id="check-text"
                type="search"
                value={filter.text}
                onInput={({ currentTarget }) => setFilter({ ...filter, text: currentTarget.value })}
              />
            </div>
            <p class="row">
              <button type="button" onClick={() => void check()}>
                <Icon name="again" /> Check again
              </button>
              {seen !== edits && <span class="quiet">The workbook has changed.</span>}
            </p>
            {isClean && (
              <Notice tone="good" title="Nothing found">
                <p>No rule has anything to say about this month.</p>
              </Notice>
            )}
            {!isClean && groups.length === 0 && <p>Nothing that fits these filters.</p>}
            <FixAll groups={fixGroups(report)} />
            <FindingGroups groups={groups} />
          </Fixes>
        </Answers>
      )}
    </>
  );
}
