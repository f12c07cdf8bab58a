import { _, Name, stringify, type Ajv, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';
import { Type } from 'ajv/dist/compile/util';
import type { SchemaObject } from 'ajv';
import type { DataValidateFunction, KeywordErrorCxt } from 'ajv/dist/types';
import * as runtime from './dialectRuntime';

/**
 * The dialect's keywords for ajv. Each generates a call of a function in `dialectRuntime`, so that the bundled schema can
 * be compiled to a module at build time; what a function finds travels in the `finding` parameter of ajv's error.
 */
export function addDialect(ajv: Ajv): void {
  ajv.addKeyword(finding('strictRequired', 'object', 'array'));
  ajv.addKeyword(finding('either', 'object', 'array'));
  ajv.addKeyword(finding('precludes', 'object', 'array'));
  ajv.addKeyword(finding('reserved', 'object', 'array'));
  ajv.addKeyword(finding('enumDependencies', 'object', 'object'));
  ajv.addKeyword(finding('microsoftAlias', 'string', 'object'));
  ajv.addKeyword(finding('replacedBy', undefined, 'string'));
  ajv.addKeyword(finding('deprecatedValues', 'string', 'object'));
  ajv.addKeyword(finding('dateFormat', 'string', 'string', true));
  for (const keyword of ['dependencies', 'dependentSchemas']) replace(ajv, dependencies(keyword));
  for (const keyword of ['anyOf', 'oneOf'] as const) replace(ajv, bestBranch(keyword));
  replace(ajv, contains());
  for (const keyword of ['minItemsWhen', 'maxItemsWhen'] as const) ajv.addKeyword(itemsWhen(keyword));
  // Read elsewhere (docsetUnique by the docset's index, rules by customRules), or beside another keyword.
  ajv.addVocabulary([
    'docsetUnique',
    'rules',
    'recommended',
    'relativeMinDate',
    'relativeMaxDate',
    'markdownDescription',
  ]);
}

function replace(ajv: Ajv, definition: CodeKeywordDefinition & { keyword: string }): void {
  ajv.removeKeyword(definition.keyword);
  ajv.addKeyword(definition);
}

/** ajv's own names for the errors so far and their number. */
const vErrors = new Name('vErrors');
const errors = new Name('errors');

/** Drops the errors that a subschema left behind. */
function resetErrors({ gen }: KeywordCxt, start: Name): void {
  gen.assign(errors, start);
  gen.if(_`${vErrors} !== null`, () => {
    gen.if(start, _`${vErrors}.length = ${start}`, () => gen.assign(vErrors, null));
  });
}

type RuntimeName = Exclude<keyof typeof runtime, 'formats'>;

/** A reference to a runtime function that also survives in standalone code. */
function runtimeFunction(cxt: KeywordCxt, name: RuntimeName): Name {
  return cxt.gen.scopeValue('func', {
    key: runtime[name],
    ref: runtime[name],
    code: _`require("../dialectRuntime").${new Name(name)}`,
  });
}

const findingError = {
  message: 'dialect',
  params: ({ params }: KeywordErrorCxt) => _`{finding: ${params.finding ?? null}}`,
};

function reportAll(cxt: KeywordCxt, findings: Name): void {
  cxt.gen.forOf('finding', findings, (item) => {
    cxt.setParams({ finding: item });
    cxt.error();
  });
}

type DataType = 'object' | 'string' | 'array';

function finding(
  keyword: RuntimeName,
  type: DataType | undefined,
  schemaType: DataType,
  withContext = false,
): CodeKeywordDefinition & { keyword: string } {
  return {
    keyword,
    ...(type === undefined ? {} : { type }),
    schemaType,
    error: findingError,
    code(cxt) {
      const check = runtimeFunction(cxt, keyword);
      // `this` is the CheckContext: ajv passes it through to inner functions (passContext).
      const rest = withContext ? _`, ${cxt.it.topSchemaRef}${cxt.it.schemaPath}, this` : _``;
      reportAll(cxt, cxt.gen.const('findings', _`${check}(${cxt.data}, ${cxt.schemaValue}${rest})`));
    },
  };
}

/** draft-07 `dependencies`, but for keys that have a value, as DocFX counts them. */
function dependencies(keyword: string): CodeKeywordDefinition & { keyword: string } {
  return {
    keyword,
    type: 'object',
    schemaType: 'object',
    error: findingError,
    code(cxt) {
      for (const [key, dependent] of Object.entries(cxt.schema as Record<string, unknown>)) {
        if (Array.isArray(dependent)) {
          const pair = runtimeFunction(cxt, 'pairedAttributes');
          reportAll(cxt, cxt.gen.const('findings', _`${pair}(${cxt.data}, ${key}, ${stringify(dependent)})`));
        } else {
          dependentSchema(cxt, keyword, key);
        }
      }
    },
  };
}

function dependentSchema(cxt: KeywordCxt, keyword: string, key: string): void {
  const { gen } = cxt;
  const applies = runtimeFunction(cxt, 'hasProperty');
  gen.if(_`${applies}(${cxt.data}, ${key})`, () => {
    const start = gen.const('start', errors);
    const valid = gen.name('valid');
    cxt.subschema({ keyword, schemaProp: key }, valid);
    gen.if(_`!${valid}`, () => {
      const failed = runtimeFunction(cxt, 'dependentSchemaFailed');
      const found = gen.const('found', _`${failed}(${key}, ${vErrors}, ${start})`);
      resetErrors(cxt, start);
      cxt.setParams({ finding: found });
      cxt.error();
    });
  });
}

/** `anyOf` and `oneOf` that report, of several branches that fail, the one with the fewest errors. */
function bestBranch(keyword: 'anyOf' | 'oneOf'): CodeKeywordDefinition & { keyword: string } {
  return {
    keyword,
    schemaType: 'array',
    code(cxt) {
      const { gen } = cxt;
      const passed = gen.let('passed', 0);
      const best = gen.let('best', null);
      const fewer = runtimeFunction(cxt, 'fewerErrors');
      (cxt.schema as readonly unknown[]).forEach((_schema, index) => {
        const start = gen.const('start', errors);
        const valid = gen.name('valid');
        cxt.subschema({ keyword, schemaProp: index, compositeRule: true }, valid);
        gen.if(valid, _`${passed}++`, () => gen.assign(best, _`${fewer}(${best}, ${vErrors}, ${start})`));
        resetErrors(cxt, start);
      });
      const failed = keyword === 'anyOf' ? _`${passed} === 0` : _`${passed} !== 1`;
      gen.if(failed, () => {
        gen.if(
          _`${best} !== null`,
          () => {
            pushAll(cxt, best);
          },
          keyword === 'oneOf'
            ? () => {
                cxt.error();
              }
            : undefined,
        );
      });
    },
  };
}

function pushAll(cxt: KeywordCxt, list: Name): void {
  cxt.gen.forOf('branchError', list, (error) => {
    cxt.gen.if(_`${vErrors} === null`, () => cxt.gen.assign(vErrors, _`[${error}]`), _`${vErrors}.push(${error})`);
    cxt.gen.code(_`${errors}++`);
  });
}

interface ItemsCheck {
  readonly condition?: SchemaObject;
  readonly value?: number;
}

/** draft-07 `contains` without the complaints about each item that is not the one. */
function contains(): CodeKeywordDefinition & { keyword: string } {
  return {
    keyword: 'contains',
    type: 'array',
    schemaType: ['object', 'boolean'],
    code(cxt) {
      const { gen, data } = cxt;
      const found = gen.let('found', false);
      const start = gen.const('start', errors);
      gen.forRange('item', 0, _`${data}.length`, (item) => {
        const valid = gen.name('valid');
        cxt.subschema({ keyword: 'contains', dataProp: item, dataPropType: Type.Num, compositeRule: true }, valid);
        gen.if(valid, () => gen.assign(found, true));
      });
      resetErrors(cxt, start);
      gen.if(_`!${found}`, () => {
        cxt.error();
      });
    },
  };
}

/** How many items of a list match a condition. Compiled apart, so never part of the bundled schema. */
function itemsWhen(keyword: 'minItemsWhen' | 'maxItemsWhen'): Parameters<Ajv['addKeyword']>[0] & { keyword: string } {
  const isMin = keyword === 'minItemsWhen';
  return {
    keyword,
    type: 'array',
    errors: true,
    compile(schema: ItemsCheck | readonly ItemsCheck[], _parent, it) {
      const definitions = (it.schemaEnv.root.schema as SchemaObject).definitions as SchemaObject | undefined;
      const checks = [schema].flat().map(({ condition, value = 0 }) => ({
        matches: it.self.compile({ definitions: definitions ?? {}, allOf: [condition ?? true] }),
        value,
      }));
      const validate: ItemsValidator = function (data) {
        validate.errors = checks.flatMap(({ matches, value }) => {
          const count = data.filter((item) => matches.call(this, item)).length;
          if (isMin ? count >= value : count <= value) return [];
          const code = isMin ? 'array-min-check-invalid' : 'array-max-check-invalid';
          return [{ keyword, params: { finding: { code, args: [String(value)], place: 'value', path: [] } } }];
        });
        return validate.errors.length === 0;
      };
      return validate as DataValidateFunction;
    },
  };
}

interface ItemsValidator {
  (this: unknown, data: readonly unknown[]): boolean;
  errors?: { keyword: string; params: { finding: unknown } }[];
}
