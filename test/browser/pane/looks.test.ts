import { inventedPractice } from '../../support/invented-practice';
import { workbookOf } from '../../support/practice-workbook';
import { day } from '../../support/values';
import { openPane, SCREENS } from './pane-page';
import { addDays } from '../../../src/billing/values/day';

test('axe-core finds nothing on any screen, and nothing scrolls sideways: in three themes, at 270, 320 and 500 px', async () => {
  const pane = await openPane(undefined, { theme: 'light' });
  const found: string[] = [];
  const look = async (screen: string, widths: readonly number[]): Promise<void> => {
    await pane.unfold();
    found.push(...(await pane.faults(widths)).map((fault) => `${screen}: ${fault}`));
  };
  expect(await pane.theme()).toBe('light');
  for (const screen of SCREENS) {
    await pane.open(screen);
    await pane.screen.getByRole('heading', { level: 2, name: screen }).waitFor();
    if (screen === 'Check') await pane.screen.getByText('worth knowing').waitFor();
    if (screen === 'Claims') await pane.button(/^Make \d/).waitFor();
    for (const step of screen === 'Set up' ? await pane.steps.all() : []) {
      if ((await step.locator('..').getAttribute('open')) === null) await step.click();
      await look(screen, [320]);
    }
    await look(screen, screen === 'Set up' ? [270, 500] : [270, 320, 500]);
  }
  expect(found).toEqual([]);
}, 240_000);

test('In forced colours nothing disappears: the screen, the severities and the focus are told by more than colour', async () => {
  const pane = await openPane(undefined, { width: 320 });
  const { desk } = pane;
  await desk.page.emulateMedia({ forcedColors: 'active' });
  const found: string[] = [];
  for (const screen of SCREENS) {
    await pane.open(screen);
    await pane.screen.getByRole('heading', { level: 2, name: screen }).waitFor();
    if (screen === 'Check') await pane.screen.getByText('worth knowing').waitFor();
    found.push(...(await desk.axe()).map((fault) => `${screen}: ${fault}`));
    const tabs = await desk.paneFrame.evaluate(() =>
      [...document.querySelectorAll('[role=tab]')].map((tab) => ({
        isSelected: tab.getAttribute('aria-selected') === 'true',
        line: getComputedStyle(tab).borderBottomColor,
        background: getComputedStyle(document.body).backgroundColor,
      })),
    );
    expect(tabs.filter(({ line, background }) => line !== background)).toEqual(
      tabs.filter(({ isSelected }) => isSelected),
    );
  }
  await pane.open('Check');
  const marks = await pane.screen.locator('.severities .mark').allTextContents();
  expect(marks).toEqual(['STOP', 'WARN', 'NOTE']);
  const fills = await desk.paneFrame.evaluate(() =>
    [...document.querySelectorAll('.mark .icon, .tab .icon')].map((icon) => getComputedStyle(icon).fill),
  );
  const background = await desk.paneFrame.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(fills.length).toBeGreaterThan(6);
  expect(fills).not.toContain(background);
  await desk.page.keyboard.press('Tab');
  const outline = await desk.paneFrame.evaluate(() => {
    const { outlineStyle, outlineColor } = getComputedStyle(document.activeElement ?? document.body);
    return { outlineStyle, outlineColor };
  });
  expect(outline.outlineStyle).not.toBe('none');
  expect(outline.outlineColor).not.toBe(background);
  expect(found).toEqual([]);
});

test('Markup, long names, names from right to left and emoji show as text, unbroken', async () => {
  const names = [
    '<img src=x onerror="document.title=1">',
    'محمد الأمين',
    '🦊 Fox & Söhne',
    'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafe',
  ];
  const rows = names.map((name, index) => [
    addDays(day('2026-10-02'), index),
    name,
    60,
    '97124',
    'M54.2',
    'Cascade Health Plan',
    120,
  ]);
  const book = workbookOf(
    { Log: [['Date', 'Client', 'Min', 'CPT', 'Dx', 'Insurance', 'Charge'], ...rows] },
    { ...inventedPractice, Clients: names.map((name) => ({ name, payer: 'Cascade Health Plan' })) },
  );
  const pane = await openPane(book, { width: 320, theme: 'dark' });
  expect(await pane.theme()).toBe('dark');
  for (const screen of ['Check', 'Claims'] as const) {
    await pane.open(screen);
    for (const name of names) await pane.screen.locator('strong', { hasText: name }).first().waitFor();
    expect(await pane.isTooWide()).toBe(false);
  }
  expect(
    await pane.desk.paneFrame.evaluate(() => [document.title, document.querySelectorAll('main img').length]),
  ).toEqual(['Claimsheet', 0]);
});

test('A month is billed with the keyboard alone, and the focus is always to be seen', async () => {
  const pane = await openPane(undefined, { theme: 'contrast' });
  expect(await pane.theme()).toBe('contrast');
  const { page } = pane.desk;
  const focused = () =>
    pane.desk.paneFrame.evaluate(() => {
      const { activeElement } = document;
      const outline = activeElement ? getComputedStyle(activeElement).outlineStyle : 'none';
      return { words: activeElement?.textContent?.trim() ?? '', isSeen: outline !== 'none' };
    });
  const unseen: string[] = [];
  async function tabTo(words: RegExp): Promise<void> {
    for (let step = 0; step < 60; step++) {
      const now = await focused();
      if (words.test(now.words)) return;
      await page.keyboard.press('Tab');
      const next = await focused();
      if (!next.isSeen) unseen.push(next.words);
    }
    throw new Error(`the Tab key never came to ${String(words)}`);
  }
  await pane.pane.getByRole('tab', { name: 'Set up' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect((await focused()).words).toBe('Claims');
  await pane.button(/^Make \d/).waitFor();
  await tabTo(/^Make \d+ claims/);
  await page.keyboard.press('Enter');
  await pane.hears(/claims made for October 2026/);
  await pane.desk.until(async () => /^Done/.test((await focused()).words), true);
  await tabTo(/^Undo$/);
  await page.keyboard.press('Space');
  await pane.hears('Undo the last run?');
  await tabTo(/^Undo it$/);
  await page.keyboard.press('Enter');
  await pane.hears('Taken back');
  expect(pane.sheets()).not.toContain('Claims 2026-10');
  expect(unseen).toEqual([]);
});
