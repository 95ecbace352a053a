const isa = (kind: string, group: string, version: string, body: string[]): string =>
  [
    'ISA*00*          *00*          *30*330897513      *ZZ*QH0001         *261102*0800*^*00501*000000901*0*P*:~',
    `GS*${group}*OFFALLY*QH0001*20261102*0800*901*X*${version}~`,
    `ST*${kind}*0001*${version}~`,
    ...body.map((segment) => `${segment}~`),
    `SE*${String(body.length + 2)}*0001~`,
    'GE*1*901~',
    'IEA*1*000000901~',
  ].join('\n');

export const f999 = (body: string[]): string => isa('999', 'FA', '005010X231A1', body);

/** The file number 17 was taken in. */
export const ACCEPTED_999 = f999([
  'AK1*HC*17*005010X222A1',
  'AK2*837*0001*005010X222A1',
  'IK5*A',
  'AK9*A*1*1*1',
]);

/** The file number 17 was refused for two claims, and for a segment that no claim owns. */
export const REJECTED_999 = f999([
  'AK1*HC*17*005010X222A1',
  'AK2*837*0001*005010X222A1',
  'IK3*NM1*10*2010AA*8',
  'IK4*9*67*6*12345-7893',
  'IK3*SV1*31*2400*8',
  'CTX*CLM01:C26100001',
  'IK4*1:2*234*7*9712',
  'IK4*2*782*1',
  'IK3*HI*44*2300*I6',
  'CTX*CLM01:C26100002',
  'IK5*R*5*I5',
  'AK9*R*1*1*0',
]);

export const ACCEPTED_WITH_ERRORS_999 = f999([
  'AK1*HC*17*005010X222A1',
  'AK2*837*0001*005010X222A1',
  'IK3*N3*11*2010AA*8',
  'IK4*1*166*5*A STREET WITH A VERY LONG NAME',
  'IK5*E*5',
  'AK9*E*1*1*1',
]);

/** The whole group was refused before its transaction was looked at. */
export const REJECTED_GROUP_999 = f999(['AK1*HC*17*005010X222A1', 'AK9*R*1*1*0*19']);

export const ta1 = (verdict: string, note: string): string =>
  [
    'ISA*00*          *00*          *30*330897513      *ZZ*QH0001         *261102*0800*^*00501*000000902*0*P*:~',
    `TA1*000000017*261101*0930*${verdict}*${note}~`,
    'IEA*0*000000902~',
  ].join('\n');

/** One claim accepted, one rejected for its billing NPI and member ID, one with a rejected line, one not ours. */
export const F277CA = isa('277', 'HN', '005010X214', [
  'BHT*0085*08*277X2140001*20261102*0800*TH',
  'HL*1**20*1',
  'NM1*AY*2*OFFICE ALLY*****46*330897513',
  'TRN*1*20261102080000',
  'DTP*050*D8*20261101',
  'DTP*009*D8*20261102',
  'HL*2*1*21*1',
  'NM1*41*2*QUIET HARBOR MASSAGE LLC*****46*QH0001',
  'TRN*2*000000017',
  'STC*A1:19:PR*20261102*WQ*1320',
  'QTY*90*1',
  'QTY*AA*2',
  'HL*3*2*19*1',
  'NM1*85*2*QUIET HARBOR MASSAGE LLC*****XX*1234567893',
  'TRN*1*0',
  'STC*A1:19:PR**WQ*1320',
  'HL*4*3*PT',
  'NM1*QC*1*FERNWHISTLE*ADA****MI*CH0010101',
  'TRN*2*C26100001',
  'STC*A2:20:PR*20261102*WQ*720',
  'REF*1K*2026306000123',
  'REF*D9*OA778899',
  'DTP*472*D8*20261006',
  'HL*5*3*PT',
  'NM1*QC*1*OXENFIELD*BRAM****MI*EC55010201',
  'TRN*2*c26100002',
  'STC*A7:562:85*20261102*U*480******A3:33',
  'DTP*472*D8*20261007',
  'HL*6*3*PT',
  'NM1*QC*1*WINTERGREEN*CALLA',
  'TRN*2*C26100003',
  'STC*A3:21*20261102*U*120',
  'SVC*HC:97124*120*****4',
  'STC*A8:453**U',
  'REF*FJ*C26100003L1',
  'DTP*472*D8*20261008',
  'HL*7*3*PT',
  'NM1*QC*1*STRANGER*SAM',
  'TRN*2*ZZ999',
  'STC*A4:35:PR*20261102*U*1',
]);
