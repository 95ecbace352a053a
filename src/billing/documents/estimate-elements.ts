/** What the law wants in a good faith estimate, and where ours has it. */
export interface EstimateElement {
  id: string;
  asks: string;
  /** Heading of the page under which it stands. */
  under: 'Client' | 'Services' | 'Provider' | 'Scheduled apart' | 'What you should know';
  source: string;
}

export const ESTIMATE_ELEMENTS: readonly EstimateElement[] = [
  {
    id: 'patient',
    asks: "the client's name and date of birth",
    under: 'Client',
    source: '45 CFR 149.610(c)(1)(i)',
  },
  {
    id: 'description',
    asks: 'the main service in plain words, and the date it is scheduled for',
    under: 'Services',
    source: '45 CFR 149.610(c)(1)(ii)',
  },
  {
    id: 'items',
    asks: 'an itemized list of the services expected, by provider',
    under: 'Services',
    source: '45 CFR 149.610(c)(1)(iii)',
  },
  {
    id: 'codes',
    asks: 'diagnosis codes where they apply, service codes and the expected charge of each',
    under: 'Services',
    source: '45 CFR 149.610(c)(1)(iv)',
  },
  {
    id: 'provider',
    asks: 'name, NPI and tax ID of each provider, and state and place of the service',
    under: 'Provider',
    source: '45 CFR 149.610(c)(1)(v)',
  },
  {
    id: 'separate',
    asks: 'services that are scheduled separately, under a notice that they get estimates of their own and how to ask for them',
    under: 'Scheduled apart',
    source: '45 CFR 149.610(c)(1)(vi)',
  },
  {
    id: 'recurring',
    asks: 'for visits that recur: span, frequency and number, for at most twelve months',
    under: 'Services',
    source: '45 CFR 149.610(b)(1)(x)',
  },
];

/** A notice that the client must be given, in words of our own. */
export interface EstimateNotice {
  id: string;
  words: string;
  source: string;
}

/** Stands directly above the list of services that are scheduled apart. */
export const SEPARATE_NOTICE: EstimateNotice = {
  id: 'separate',
  words:
    'Services named here are scheduled separately, before or after the ones above. They are not part of the sum. You get an estimate of its own for each when you schedule it, or when you ask the one who gives it; codes, prices and providers are told there.',
  source: '45 CFR 149.610(c)(1)(vi)',
};

export const ESTIMATE_NOTICES: readonly EstimateNotice[] = [
  {
    id: 'more-services',
    words:
      'There may be other services that I recommend as part of your care and that must be scheduled or asked for separately. They are not in this estimate.',
    source: '45 CFR 149.610(c)(1), notice of additional services',
  },
  {
    id: 'only-an-estimate',
    words:
      'This is only an estimate of what can reasonably be expected today. The services you get, and what they cost, may differ.',
    source: '45 CFR 149.610(c)(1), notice that actual services and charges may differ',
  },
  {
    id: 'dispute',
    words:
      'If you are billed at least $400 more than the total of this estimate, you have the right to dispute the bill: the federal government runs a patient-provider dispute resolution process, which must be begun within 120 days of the first bill. How it works and how to begin is at www.cms.gov/nosurprises or 1-800-985-3059. Disputing a bill will not lower the quality of the care you get.',
    source: '45 CFR 149.610(c)(1) and 149.620(a)(2)(ii), (b), (c)',
  },
  {
    id: 'no-contract',
    words:
      'This estimate is not a contract. It does not oblige you to get any of these services from me or from anybody named here.',
    source: '45 CFR 149.610(c)(1), notice that the estimate is not a contract',
  },
  {
    id: 'keep',
    words: 'Keep a copy, or a picture, of this estimate. You may ask for it again.',
    source: '45 CFR 149.610(f): it is part of the medical record and is given again on request for six years',
  },
];
