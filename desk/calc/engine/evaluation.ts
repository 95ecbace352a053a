import type {
  ArrayValueObject,
  BaseAstNode,
  BaseReferenceObject,
  BaseValueObject,
  FunctionVariantType,
} from '@univerjs/preset-sheets-node-core';
import { cellCount, LOOKS_AT_PLACE_ONLY, MAX_CELLS, PICKS_FROM, TooLarge } from './bounds';
import { parameterClass, type ParameterClass } from '../../xlsx/formulas/parameter-classes';
import type { Univer } from './univer';

/** Kinds of syntax nodes (Univer's NodeType). */
const FUNCTION = 4;
const LAMBDA = 5;
const ROOT = 9;
const UNION = 10;

/** Functions that answer with one of their arguments, as it is. */
const HANDS_ON = new Set(['IF', 'CHOOSE']);

/** The cell that a range stands for, as far as it has a value. */
export interface Single {
  value: BaseValueObject;
  isReady: boolean;
}

/**
 * Runs a syntax tree. Unlike the engine's own interpreter it computes only the branch of IF, IFS, IFERROR, IFNA and
 * CHOOSE that is taken, as Excel does, and it stops above every reference and call that has no value yet.
 * Every method answers whether the node has its value.
 */
export class Evaluation {
  constructor(
    private readonly univer: Univer,
    /** Whether the cells of a reference have their values; called for every reference that is read. */
    private readonly isReady: (reference: BaseReferenceObject) => boolean,
    /** Whether the last call of a custom function is still without an answer. */
    private readonly isPending: (value: unknown) => boolean,
    /** The one cell that a range stands for; null: the formula takes ranges and arrays whole. */
    private readonly intersection: ((reference: BaseReferenceObject) => Single) | null,
    private readonly customClass: (name: string, index: number) => ParameterClass | null,
  ) {}

  run(node: BaseAstNode): boolean {
    if (this.isUncalledLambda(node)) {
      node.execute();
      return true;
    }
    const children = node.getChildren();
    const name = node.nodeType === FUNCTION ? node.getToken().trim().toUpperCase() : '';
    if (!this.runChildren(name, node, children)) return false;
    node.execute();
    const value = node.getValue();
    if (this.isPending(value)) return false;
    if (value != null && this.intersection && this.classOf(node) === 'single')
      return this.reduce(node, value);
    if (value == null || !value.isReferenceObject() || this.isReadForPlaceOnly(node)) return true;
    const reference = value as BaseReferenceObject;
    if (!PICKS_FROM.has(parentName(node)) && cellCount(reference) > MAX_CELLS) throw new TooLarge();
    return this.isReady(reference);
  }

  private runChildren(name: string, node: BaseAstNode, children: BaseAstNode[]): boolean {
    const [first, ...others] = children;
    switch (name) {
      case 'IF':
        return this.runOne(first) && this.runChosen(others, this.branchOfIf(first));
      case 'CHOOSE':
        return this.runOne(first) && this.runChosen(others, this.branchOfChoose(first));
      case 'IFERROR':
      case 'IFNA':
        return (
          this.runOne(first) &&
          this.runChosen(others, this.scalar(first)?.isError() === false ? 'none' : 'all')
        );
      case 'IFS':
        return this.runConditions(children);
    }
    let isReady = true;
    for (const child of children) {
      if (!this.run(child)) isReady = false;
      // What follows in a LET uses the names before it, which are held in a root node of their own.
      if (!isReady && (node.nodeType === LAMBDA || node.nodeType === ROOT)) return false;
    }
    return isReady;
  }

  private runOne(node: BaseAstNode | undefined): boolean {
    return node === undefined || this.run(node);
  }

  private runChosen(branches: readonly BaseAstNode[], chosen: number | 'all' | 'none'): boolean {
    let isReady = true;
    branches.forEach((branch, index) => {
      if (chosen !== 'all' && chosen !== index) this.skip(branch);
      else if (!this.run(branch)) isReady = false;
    });
    return isReady;
  }

  /** Conditions and values in turn: up to the first condition that holds. */
  private runConditions(children: readonly BaseAstNode[]): boolean {
    let isDecided = false;
    for (let at = 0; at < children.length; at += 2) {
      const pair = children.slice(at, at + 2);
      if (isDecided) {
        pair.forEach((node) => {
          this.skip(node);
        });
        continue;
      }
      const [condition, value] = pair;
      if (!this.runOne(condition)) return false;
      const branch = this.branchOfIf(condition);
      if (value && branch === 1) this.skip(value);
      else if (!this.runOne(value)) return false;
      isDecided = branch === 0 || branch === 'none';
    }
    return true;
  }

  /** A skipped argument still has to be there, or the others would move up. */
  private skip(node: BaseAstNode): void {
    node.setValue(this.univer.NullValueObject.create());
  }

  private branchOfIf(condition: BaseAstNode | undefined): number | 'all' | 'none' {
    const value = this.scalar(condition);
    if (!value) return 'all';
    if (value.isError()) return 'none';
    if (value.isNull()) return 1;
    const plain = value.getValue();
    return typeof plain === 'string' ? 'all' : Number(plain) !== 0 ? 0 : 1;
  }

  private branchOfChoose(index: BaseAstNode | undefined): number | 'all' | 'none' {
    const value = this.scalar(index);
    if (!value || value.isString()) return 'all';
    return value.isError() ? 'none' : Math.trunc(Number(value.getValue())) - 1;
  }

  /** The node's value when it is a single one; undefined for several, where every branch is needed. */
  private scalar(node: BaseAstNode | undefined): BaseValueObject | undefined {
    const variant = node?.getValue();
    if (!variant) return undefined;
    const value = variant.isReferenceObject()
      ? (variant as BaseReferenceObject).toArrayValueObject()
      : (variant as BaseValueObject);
    if (!value.isArray()) return value;
    const array = value as ArrayValueObject;
    if (array.getRowCount() !== 1 || array.getColumnCount() !== 1) return undefined;
    return array.getValueOrDefault(0, 0) ?? this.univer.NullValueObject.create();
  }

  /** A range is reduced to one cell, an array to its first value. */
  private reduce(node: BaseAstNode, value: FunctionVariantType): boolean {
    if (value.isReferenceObject()) {
      const single = this.intersection?.(value as BaseReferenceObject);
      if (single) node.setValue(single.value);
      return single?.isReady ?? true;
    }
    if (value.isArray())
      node.setValue((value as ArrayValueObject).get(0, 0) ?? this.univer.NullValueObject.create());
    return true;
  }

  /** What the place of a node takes: one value, a range, or an array, in which all is computed for whole arrays. */
  private classOf(node: BaseAstNode): ParameterClass {
    const parent = node.getParent();
    if (!parent || (parent.nodeType === ROOT && !parent.getParent())) return 'single';
    if (parent.nodeType === UNION) return 'range';
    if (parent.nodeType === LAMBDA || parent.nodeType === ROOT || this.classOf(parent) === 'array')
      return 'array';
    if (parent.nodeType !== FUNCTION) return 'single';
    const name = parentName(node);
    const index = parent.getChildren().indexOf(node);
    const own = this.customClass(name, index) ?? parameterClass(name, index);
    return HANDS_ON.has(name) && own === 'range' ? this.classOf(parent) : own;
  }

  private isUncalledLambda(node: BaseAstNode): boolean {
    return (
      node.getToken().toUpperCase() === 'LAMBDA' &&
      'isEmptyParamFunction' in node &&
      (node as BaseAstNode & { isEmptyParamFunction: () => boolean }).isEmptyParamFunction()
    );
  }

  private isReadForPlaceOnly(node: BaseAstNode): boolean {
    return LOOKS_AT_PLACE_ONLY.has(parentName(node));
  }
}

/** The function or operator that a node is an argument of. */
function parentName(node: BaseAstNode): string {
  return node.getParent()?.getToken().trim().toUpperCase() ?? '';
}
