import { written } from '../../workbook/excel/apply-plan';
import { ACTION_BYTES } from '../../workbook/excel/excel-step';
import { askRevision } from '../../workbook/excel/swap-revision';
import { changedOr, twiceWhereChanged, unknownOutcome } from '../writing/outcomes';
import { askRemembered, keepRemembered, NOTHING_REMEMBERED, type Remembered } from './remembered';

/**
 * Keeps what the user said. `before`: what the window knew when she did; what another window has said meanwhile of other
 * things stays.
 */
export async function remember(
  context: Excel.RequestContext,
  told: Remembered,
  before: Remembered = NOTHING_REMEMBERED,
): Promise<void> {
  await twiceWhereChanged(async () => {
    const now = await rememberedNow(context);
    const kept = merged(now.remembered, told, before);
    const step = {
      bytes: JSON.stringify(kept).length * 1.1 + ACTION_BYTES,
      run: (request: Excel.RequestContext): undefined => keepRemembered(request, kept),
    };
    try {
      await written(context, { revision: now.revision, runs: 0 }, [step]);
    } catch (cause) {
      const found = await rememberedNow(context).catch((second: unknown) => {
        throw unknownOutcome(cause, second, 'what you chose');
      });
      if (!isSame(found.remembered, kept)) throw changedOr(cause);
    }
  });
}

async function rememberedNow(context: Excel.RequestContext) {
  const remembered = askRemembered(context);
  const revision = askRevision(context.workbook);
  await context.sync();
  return { remembered: remembered(), revision: revision() };
}

function merged(now: Remembered, told: Remembered, before: Remembered): Remembered {
  const said = (Object.keys(told) as (keyof Remembered)[]).filter((key) => !isSame(told[key], before[key]));
  return { ...now, ...Object.fromEntries(said.map((key) => [key, told[key]])) };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
