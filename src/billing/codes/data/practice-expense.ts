// Made by tools/code-tables/build.ts; change it there. Codes, numbers and dates only: code, relative values of work, practice expense in the office, malpractice.
// Edition: Medicare physician fee schedule, July 2024, codes of multiple procedure indicator 5.
// Source: CMS physician fee schedule relative values, July 2024.
export const PRACTICE_EXPENSE = {
  edition: {
    title: 'Medicare physician fee schedule, July 2024, codes of multiple procedure indicator 5',
    source: 'CMS physician fee schedule relative values, July 2024',
    from: '2024-07-01',
    to: '2024-12-31',
  },
  encoded: `
92507 1.3 0.96 0.03
92508 0.33 0.39 0.01
92521 2.24 1.69 0.06
92522 1.92 1.35 0.07
92523 3.84 2.9 0.1
92524 1.92 1.3 0.07
92526 1.34 1.17 0.03
92597 1.26 0.87 0.04
92607 1.85 1.82 0.05
92609 1.5 1.56 0.04
96125 1.7 1.31 0.06
97012 0.25 0.16 0.01
97016 0.18 0.16 0.01
97018 0.06 0.1 0.01
97022 0.17 0.33 0.01
97024 0.06 0.15 0.01
97026 0.06 0.13 0.01
97028 0.08 0.16 0.01
97032 0.25 0.17 0.01
97033 0.26 0.31 0.01
97034 0.21 0.2 0.01
97035 0.21 0.2 0.01
97036 0.28 0.76 0.01
97110 0.45 0.42 0.01
97112 0.5 0.5 0.01
97113 0.48 0.61 0.01
97116 0.45 0.42 0.01
97124 0.35 0.55 0.01
97140 0.43 0.37 0.01
97150 0.29 0.24 0.01
97161 1.54 1.43 0.04
97162 1.54 1.43 0.04
97163 1.54 1.43 0.04
97164 0.96 1.1 0.03
97165 1.54 1.46 0.04
97166 1.54 1.46 0.04
97167 1.54 1.46 0.04
97168 0.96 1.11 0.03
97530 0.44 0.65 0.01
97533 0.48 1.38 0.01
97535 0.45 0.52 0.01
97537 0.48 0.46 0.01
97542 0.48 0.46 0.01
97750 0.45 0.56 0.01
97755 0.62 0.51 0.02
97760 0.5 0.92 0.01
97761 0.5 0.74 0.01
97763 0.48 1.08 0.01
G0281 0.18 0.16 0.01
G0283 0.18 0.16 0.01
G0329 0.06 0.25 0.01
`,
};
