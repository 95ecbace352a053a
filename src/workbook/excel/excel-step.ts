import type { JournalLineOf } from '../journal/journal-lines';
import type { Step } from './payload';

/** What was written over though the plan did not know of it, for it to be put back. */
export type WrittenOver = JournalLineOf<'put back' | 'row back' | 'cell back'>;

/**
 * What a step found otherwise in Excel than it was read: rows were sorted, inserted or typed meanwhile. `moved`: nothing
 * was written over, but it may not stand where it was meant.
 */
export type Surprise = WrittenOver | { is: 'moved' };

/** A piece of a request that writes. */
export type ExcelStep = Step<Excel.RequestContext, Surprise>;

/** Guess at the bytes of one statement in a request. */
export const ACTION_BYTES = 700;
