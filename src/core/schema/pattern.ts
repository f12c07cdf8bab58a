import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { t } from '../text/localize';

/** A schema's regular expression, bounded: matching it can never take longer than a keystroke allows. */
export interface BoundedPattern {
  readonly source: string;
  test(text: string): boolean;
  /** The source: ajv tells patterns apart by it. */
  toString(): string;
}

/** How a pattern is matched, or why it is not. */
export type PatternPlan =
  | { readonly kind: 'bounded'; readonly pattern: BoundedPattern }
  /** Not a regular expression at all. */
  | { readonly kind: 'invalid'; readonly message: string }
  /** A backtracking matcher may not end, and the linear one does not know its syntax: the pattern is not applied. */
  | { readonly kind: 'cut-off' };

/** A linear-time matcher, such as re2js; throws where it does not know the syntax. */
export type CompileLinear = (source: string) => (text: string) => boolean;

/** About 20 ms of backtracking. */
const stepBudget = 2_000_000;
/** The length up to which a pattern without a linear form must stay within the budget. */
const typicalLength = 300;

/**
 * Decides how to match a pattern that comes from somebody's repository. Where the worst case of JavaScript's
 * backtracking is known to be small for the text at hand, the built-in engine runs it. Else a linear-time engine does.
 * A pattern that needs look-around or back references and has no small bound is cut off.
 */
export function planPattern(source: string, linear: CompileLinear): PatternPlan {
  const native = tryNative(source);
  const matchLinear = tryLinear(source, linear);
  if (native === undefined) {
    if (matchLinear === undefined) return { kind: 'invalid', message: t("'{0}' is not a regular expression.", source) };
    return bounded(source, matchLinear);
  }
  const cost = worstCase(source);
  if (matchLinear !== undefined) {
    const test = (text: string): boolean => (cost(text.length) <= stepBudget ? native.test(text) : matchLinear(text));
    return bounded(source, test);
  }
  if (cost(typicalLength) > stepBudget) return { kind: 'cut-off' };
  // Longer texts pass unchecked: better silent than wrong or hanging.
  return bounded(source, (text) => cost(text.length) > stepBudget || native.test(text));
}

function bounded(source: string, test: (text: string) => boolean): PatternPlan {
  return { kind: 'bounded', pattern: { source, test, toString: () => source } };
}

function tryNative(source: string): RegExp | undefined {
  // .NET's anchors and classes of Unicode: JavaScript takes the former, and without a flag the latter, for plain letters.
  if (/(?<!\\)(?:\\\\)*\\[AzZG]/.test(source)) return undefined;
  const unicode = /(?<!\\)(?:\\\\)*\\[pP]\{/.test(source);
  try {
    return new RegExp(source, unicode ? 'u' : '');
  } catch {
    // Not JavaScript's syntax: .NET and RE2 know forms such as (?i) that it lacks.
    return undefined;
  }
}

function tryLinear(source: string, linear: CompileLinear): ((text: string) => boolean) | undefined {
  try {
    return linear(source);
  } catch {
    // Look-around and back references have no linear form.
    return undefined;
  }
}

/** An upper bound of the steps that a backtracking matcher takes on a text of a given length. */
export function worstCase(source: string): (length: number) => number {
  let pattern: AST.Pattern;
  try {
    pattern = new RegExpParser().parsePattern(source);
  } catch {
    // Whatever this parser does not know is taken to be unbounded.
    return () => Infinity;
  }
  const anchored = pattern.alternatives.every((alternative) => isStartAnchor(alternative.elements[0]));
  return (length) => effortOf(pattern.alternatives, length).cost * (anchored ? 1 : length + 1);
}

function isStartAnchor(element: AST.Element | undefined): boolean {
  return element?.type === 'Assertion' && element.kind === 'start';
}

/** What a part of a pattern takes at one position of a text. */
interface Effort {
  /** In how many ways it can match: so often may what follows be tried. */
  readonly ways: number;
  /** Steps to go through all of them. */
  readonly cost: number;
}

function effortOf(alternatives: readonly AST.Alternative[], length: number): Effort {
  let ways = 0;
  let cost = 0;
  for (const { elements } of alternatives) {
    let waysSoFar = 1;
    for (const element of elements) {
      const effort = effortOfElement(element, length);
      cost += waysSoFar * effort.cost;
      waysSoFar *= effort.ways;
    }
    ways += waysSoFar;
    cost += 1;
  }
  return { ways, cost };
}

function effortOfElement(element: AST.Element, length: number): Effort {
  switch (element.type) {
    case 'Group':
    case 'CapturingGroup':
      return effortOf(element.alternatives, length);
    case 'Assertion': {
      if (element.kind !== 'lookahead' && element.kind !== 'lookbehind') return { ways: 1, cost: 1 };
      // Once it has matched, it is not tried again in another way. A look-behind is read from its end.
      const { ways, cost } = effortOf(element.alternatives, length);
      return { ways: 1, cost: element.kind === 'lookbehind' ? ways * cost : cost };
    }
    case 'Quantifier': {
      const { ways, cost } = effortOfElement(element.element, length);
      const most = Math.min(element.max, length);
      // Each repetition of something ambiguous multiplies: (a+)+ is the classic of patterns that never end.
      if (ways > 1 && most > 1) return { ways: ways ** most, cost: 2 * cost * ways ** most };
      return { ways: ways + Math.max(most - element.min, 0), cost: cost * Math.max(most, 1) + 1 };
    }
    case 'Backreference':
      return { ways: 1, cost: length };
    default:
      return { ways: 1, cost: 1 };
  }
}
