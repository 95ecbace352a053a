import { useEffect, useState } from 'preact/hooks';
import type { CorrectionsReport } from '../../../actions/claims/correct-claims';
import type { HowToCorrect } from '../../../actions/claims/correction-findings';
import type { RegisteredClaim } from '../../../actions/month-end/month-screen';
import { CORRECTIONS, correctionView } from '../../model/month/correction';
import { usePane } from '../../pane-context';
import { FindingList } from '../../parts/finding-item';
import { Notice } from '../../parts/notice';
import { Refused } from './done-here';
import { tried, useMonth, type Place } from './month-context';

interface Looked {
  how: HowToCorrect;
  report: CorrectionsReport;
}

export interface CorrectClaimProps {
  claim: RegisteredClaim;
  /** What is looked at without being chosen. */
  first?: HowToCorrect;
  /** Where it is told what was done. */
  at?: Place;
  close: () => void;
}

/** Corrects a claim, takes it back, or sends it again: looked at first, then made. */
export function CorrectClaim({ claim, first, at = 'look', close }: CorrectClaimProps) {
  const { act, reload } = usePane();
  const { months, request, done } = useMonth();
  const [how, setHow] = useState<HowToCorrect | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [changed, setChanged] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { account } = claim;
  const own = { ...request, month: claim.month };

  async function look(chosen: HowToCorrect): Promise<void> {
    setHow(chosen);
    setLooked(null);
    const found = await act(
      'Looking at the claim…',
      'reading',
      tried(() => months.previewCorrection(account, chosen, own)),
    );
    if (!found) return;
    setRefused(found.value.ok ? null : found.value.words);
    setChanged(false);
    if (found.value.ok) setLooked({ how: chosen, report: found.value.value });
  }

  async function make(): Promise<void> {
    if (!looked) return;
    const { report } = looked;
    const result = await act(
      'Writing the claim…',
      'writing',
      tried((progress) => months.correct(account, looked.how, own, report, progress)),
    );
    if (!result) return;
    if (!result.value.ok) return setRefused(result.value.words);
    if (!result.value.value.made) {
      setLooked({ ...looked, report: result.value.value.now });
      return setChanged(true);
    }
    const { out } = result.value.value;
    close();
    await reload();
    await done({
      at,
      title: 'Done',
      words: [correctionView(report).done],
      sheets: [...(report.sheet === null ? [] : [report.sheet]), 'Claims'],
      out,
    });
  }

  useEffect(() => {
    if (first) void look(first);
  }, []);

  const view = looked && correctionView(looked.report);
  return (
    <div class="inline-form" role="group" aria-label={`Correct the claim ${account}`}>
      <fieldset>
        <legend>What is to be done?</legend>
        {CORRECTIONS.map(({ how: each, title, about }) => (
          <label key={each} class="check">
            <input
              type="radio"
              name={`correct-${account}`}
              checked={how === each}
              onChange={() => void look(each)}
            />
            <span class="grow">
              {title}
              <span class="quiet block">{about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Refused words={refused} />
      {changed && (
        <Notice tone="warn" title="The workbook has changed">
          <p>Nothing was written. This is what would be made now.</p>
        </Notice>
      )}
      {view && (
        <>
          {view.findings.length > 0 && <FindingList findings={view.findings} />}
          {view.makeLabel !== null && (
            <button type="button" class="primary wide" onClick={() => void make()}>
              {view.makeLabel}
            </button>
          )}
        </>
      )}
      <p class="foot">
        <button type="button" onClick={close}>
          Close
        </button>
      </p>
    </div>
  );
}
