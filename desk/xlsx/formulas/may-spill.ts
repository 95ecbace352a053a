import { parseArea } from '../../book/address';
import { givesArrays, parameterClass, type ParameterClass } from './parameter-classes';
import { textAt, tokenize, type Token } from './tokens';

const ERROR = /#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)/gi;

interface Call {
  name: string;
  argument: number;
  /** Of the place that the call itself stands in. */
  class: ParameterClass;
}

/**
 * Whether a formula (without its '=') may give more than one value, and so is to be saved as a dynamic array: without
 * that mark Excel reduces its ranges to single cells.
 */
export function maySpill(formula: string): boolean {
  const tokens = tokenize(formula.replace(ERROR, '0')).filter(({ text }) => text.trim() !== '');
  const calls: Call[] = [];
  for (const [at, { text }] of tokens.entries()) {
    if (text === '(') calls.push(callAt(tokens, at, classHere(calls)));
    else if (text === ')') calls.pop();
    else if (text === ',' && calls.length > 0) step(calls);
    else if (isMany(tokens, at) && (classHere(calls) === 'single' || isComputed(tokens, at, calls)))
      return true;
  }
  return false;
}

function callAt(tokens: readonly Token[], at: number, place: ParameterClass): Call {
  const before = tokens[at - 1];
  return { name: before?.kind === 'word' ? before.text.toUpperCase() : '', argument: 0, class: place };
}

function step(calls: Call[]): void {
  const last = calls.at(-1);
  if (last) last.argument++;
}

/** Parentheses alone change nothing; in the place of an array everything is computed as one. */
function classHere(calls: readonly Call[]): ParameterClass {
  const call = calls.at(-1);
  if (!call) return 'single';
  if (call.class === 'array' || call.name === '') return call.class;
  return parameterClass(call.name, call.argument);
}

/** In the place of a range stands an expression, which is computed cell by cell. */
function isComputed(tokens: readonly Token[], at: number, calls: readonly Call[]): boolean {
  if (classHere(calls) !== 'range') return false;
  return hasOperator(tokens, at, -1) || hasOperator(tokens, at, 1);
}

/** Whether an operator stands in the same argument, on one side. */
function hasOperator(tokens: readonly Token[], start: number, side: 1 | -1): boolean {
  const [open, close] = side === 1 ? ['(', ')'] : [')', '('];
  let depth = 0;
  for (let at = start + side; at >= 0 && at < tokens.length; at += side) {
    const { kind = 'mark', text = '' } = tokens[at] ?? {};
    if (text === open) depth++;
    else if (text === close && --depth < 0) return false;
    else if (depth === 0 && text === ',') return false;
    else if (depth === 0 && kind === 'mark' && /[-+*/^&=<>%]/.test(text)) return true;
  }
  return false;
}

/** Several cells, several values, or a name, which may be anything. */
function isMany(tokens: readonly Token[], at: number): boolean {
  const { kind = 'mark', text = '' } = tokens[at] ?? {};
  const next = textAt(tokens, at + 1);
  if (text === '{' || text === '#') return text === '{' || parseArea(textAt(tokens, at - 1)) !== null;
  if (text === ':') return true;
  if (kind === 'bracket') return !text.startsWith('[@') && !/#This Row/i.test(text);
  if (kind !== 'word' || next === '!' || next.startsWith('[')) return false;
  if (next === '(') return givesArrays(text.toUpperCase());
  return !/^[\d.]/.test(text) && !/^(true|false)$/i.test(text) && parseArea(text) === null;
}
