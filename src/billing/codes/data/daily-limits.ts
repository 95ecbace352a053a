// Made by tools/code-tables/build.ts; change it there. Codes, numbers and dates only: code, units a day, who adjudicates (MAI), fee schedule status, multiple procedure indicator.
// Edition: Medically unlikely edits, practitioner, and fee schedule status, third quarter of 2024.
// Source: CMS MUE table effective 2024-07-01 and CMS physician fee schedule of July 2024, an extract of 60 codes.
export const DAILY_LIMITS = {
  edition: {
    title: 'Medically unlikely edits, practitioner, and fee schedule status, third quarter of 2024',
    source: 'CMS MUE table effective 2024-07-01 and CMS physician fee schedule of July 2024, an extract of 60 codes',
    from: '2024-07-01',
    to: '2024-09-30',
  },
  encoded: `
20560 1 2 A 0
20561 1 2 A 0
95851 3 3 A 0
95852 1 3 A 0
96523 1 3 T 0
97010 0 3 B 9
97012 1 3 A 5
97014 0 3 I 9
97016 1 3 A 5
97018 1 3 A 5
97022 1 3 A 5
97024 1 3 A 5
97026 1 3 R 5
97028 1 3 A 5
97032 4 3 A 5
97033 4 3 A 5
97034 2 3 A 5
97035 2 3 A 5
97036 3 3 A 5
97037 1 2 N 9
97039 1 3 C 0
97110 6 3 A 5
97112 4 3 A 5
97113 6 3 A 5
97116 4 3 A 5
97124 4 3 A 5
97129 1 2 A 0
97139 1 3 C 0
97140 6 3 A 5
97150 1 3 A 5
97161 1 2 A 5
97162 1 2 A 5
97163 1 2 A 5
97164 1 2 A 5
97530 6 3 A 5
97533 4 3 A 5
97535 8 3 A 5
97537 6 3 A 5
97750 8 3 A 5
97755 8 3 A 5
97760 6 3 A 5
97799 1 3 C 0
97810 1 2 A 0
97811 2 3 A 0
97813 1 2 A 0
97814 2 3 A 0
98940 1 2 A 0
98941 1 2 A 0
98942 1 2 A 0
98943 0 3 N 9
99202 1 2 A 0
99203 1 2 A 0
99204 1 2 A 0
99205 1 2 A 0
99211 1 3 A 0
99212 2 3 A 0
99213 2 3 A 0
99214 2 3 A 0
99215 1 3 A 0
G0283 1 3 A 5
`,
};
