import { addDays, earliest, weekday, type Day } from '../values/day';
import { isFederalHoliday } from '../values/federal-holidays';

/**
 * When a good faith estimate must be in the hands of a client who pays without insurance (45 CFR 149.610(b)(1)(vi)).
 * Business days are Monday to Friday without federal holidays.
 */
export function goodFaithEstimateDue({
  bookedOn,
  serviceOn,
  askedOn,
}: {
  /** The day the appointment was made, and of the appointment; null for an inquiry. */
  bookedOn: Day | null;
  serviceOn: Day | null;
  /** The day the client asked for an estimate, or for prices. */
  askedOn: Day | null;
}): Day | null {
  const asked = askedOn === null ? null : addBusinessDays(askedOn, 3);
  const booked = bookedOn === null || serviceOn === null ? null : dueAfterBooking(bookedOn, serviceOn);
  if (asked === null || booked === null) return asked ?? booked;
  return earliest(asked, booked);
}

/** Within one business day from three on ahead, within three from ten on; nothing is asked for nearer appointments. */
function dueAfterBooking(bookedOn: Day, serviceOn: Day): Day | null {
  if (serviceOn < addBusinessDays(bookedOn, 3)) return null;
  return addBusinessDays(bookedOn, serviceOn >= addBusinessDays(bookedOn, 10) ? 3 : 1);
}

/** The day so many business days after a day. */
function addBusinessDays(day: Day, days: number): Day {
  let at = day;
  for (let left = days; left > 0;) {
    at = addDays(at, 1);
    if (weekday(at) !== 0 && weekday(at) !== 6 && !isFederalHoliday(at)) left -= 1;
  }
  return at;
}
