import { useEffect, useState } from 'preact/hooks';
import type { MonthScreen } from '../../../actions/month-end/month-screen';
import { likelyMonth } from '../../../actions/sessions/likely-month';
import { monthName } from '../../model/words';
import { Answers } from '../../parts/answers';
import { usePane } from '../../pane-context';
import { Icon } from '../../parts/icon';
import { Notice } from '../../parts/notice';
import type { MonthActions, MonthRequest } from '../../office/month-actions';
import { AgeingSection } from './ageing-section';
import { BringIn } from './bring-in';
import { CorrectSection } from './correct-section';
import { CreditSection } from './credit-section';
import { DocumentsSection } from './documents-section';
import { Glance } from './glance';
import { LookAtSection } from './look-at-section';
import { MonthContext, type News } from './month-context';
import { MonthSheet } from './month-sheet';
import { TypePayment } from './type-payment';
import { UnmatchedSection } from './unmatched-section';

export interface MonthScreenProps {
  isShown: boolean;
  months: MonthActions;
}

/** Month end: bring in what came, see whether the month adds up, work off what is open, print it. */
export function MonthScreenView({ isShown, months }: MonthScreenProps) {
  const { act, overview, busy, edits, undone, askUndo } = usePane();
  const [chosen, setChosen] = useState<string | null>(null);
  const [shown, setShown] = useState<MonthScreen | null>(null);
  const [news, setNews] = useState<News | null>(null);
  const [seen, setSeen] = useState(-1);
  const likely = likelyMonth(
    (shown?.months ?? overview.sessions.months.map(({ month }) => month)).map((month) => ({ month })),
    new Date(),
  );
  const month = chosen ?? likely ?? thisMonth();
  const request: MonthRequest = { month, setUp: overview.remembered };

  async function look(): Promise<void> {
    setSeen(edits);
    const found = await act('Reading the month…', 'looking', () => months.read(request));
    if (!found) return;
    setShown(found.value);
    setChosen(month);
  }

  useEffect(() => {
    if (isShown) void look();
  }, [isShown, month, undone]);
  useEffect(() => setNews(null), [undone]);

  async function done(told: News): Promise<void> {
    setNews(told);
    await look();
  }

  if (!shown) {
    return busy !== null ? null : (
      <button type="button" onClick={() => void look()}>
        Read the month
      </button>
    );
  }
  const { report } = shown;
  return (
    <MonthContext.Provider value={{ months, shown, request, news, done, choose: setChosen }}>
      <div class="field">
        <label for="month-end-month">Month</label>
        <select
          id="month-end-month"
          value={month}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        >
          {[...new Set([...shown.months, month])]
            .sort()
            .reverse()
            .map((one) => (
              <option key={one} value={one}>
                {monthName(one)}
              </option>
            ))}
        </select>
      </div>
      {seen !== edits && (
        <p class="row quiet">
          <span>The workbook has changed.</span>
          <button type="button" class="subtle" onClick={() => void look()}>
            <Icon name="again" /> Look again
          </button>
        </p>
      )}
      <BringIn />
      {shown.nothing !== null && (
        <Notice tone="plain" title="Nothing billed yet">
          <p>{shown.nothing}</p>
        </Notice>
      )}
      {report && (
        <Answers after={look}>
          <Glance report={report} />
        </Answers>
      )}
      {report && <MonthSheet report={report} />}
      {report && <LookAtSection report={report} />}
      <UnmatchedSection />
      <CreditSection />
      {shown.claims.length > 0 && <TypePayment />}
      {report && <AgeingSection report={report} />}
      {shown.claims.length > 0 && <CorrectSection />}
      <DocumentsSection />
      <p class="foot">
        <button type="button" class="subtle" onClick={askUndo}>
          <Icon name="undo" /> Undo the last run…
        </button>
      </p>
    </MonthContext.Provider>
  );
}

function thisMonth(): string {
  const now = new Date();
  return `${String(now.getFullYear())}-${String(now.getMonth() + 1).padStart(2, '0')}`;
}
