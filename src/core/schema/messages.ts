import type { Code } from '../rules/codes';

/**
 * The texts of the Learn build for the codes of the schema dialect.
 *
 * @param args what the keyword found, in DocFX's order
 * @param at dotted path of the value that was checked
 * @param property dotted path of the property that the finding is about
 */
export function formatMessage(code: Code, args: readonly string[], at: string, property: string): string {
  const [first = '', second = '', third = '', fourth = ''] = args;
  const below = (name: string): string => (at === '' ? name : `${at}.${name}`);
  switch (code) {
    case 'unexpected-type':
      return `Expected type '${first}' but got '${second}'.`;
    case 'invalid-value':
      return second === ''
        ? `Invalid value for '${property}': '${first}'.`
        : `Invalid value for '${below(first)}': '${second}'.`;
    case 'format-invalid':
      return `String '${first}' is not a valid '${second}'.`;
    case 'string-length-invalid':
      return `String '${property}' is too ${first}: ${second} characters. Length should be ${third}.`;
    case 'number-invalid':
      return `Number '${first}' should be ${second}.`;
    case 'array-length-invalid':
      return `Array '${property}' length should be ${first}.`;
    case 'array-not-unique':
      return `Array '${property}' items should be unique.`;
    case 'array-contains-failed':
      return `Array '${property}' should contain at least one item that matches JSON schema.`;
    case 'array-min-check-invalid':
      return `The array must have least ${first} matched item(s).`;
    case 'array-max-check-invalid':
      return `The array must not have more than ${first} matched item(s).`;
    case 'property-count-invalid':
      return `Object '${property}' property count should be ${first}.`;
    case 'unknown-field':
      return `Could not find member '${property}' on object of type '${first}'.`;
    case 'missing-attribute':
      return `Missing required attribute: '${below(first)}'.`;
    case 'missing-paired-attribute':
      return `Missing attribute: '${below(first)}'. If you specify '${below(second)}', you must also specify '${below(first)}'.`;
    case 'dependent-schemas-failed':
      return `DependentSchemas validation failed for attribute: '${below(first)}'.`;
    case 'missing-either-attribute':
      return `One of the following attributes is required: ${first}.`;
    case 'precluded-attributes':
      return `Only one of the following attributes can exist: ${first}.`;
    case 'date-format-invalid':
      return `Invalid date format for '${property}': '${first}'.`;
    case 'date-out-of-range':
      return `Value out of range for '${property}': '${first}'.`;
    case 'attribute-deprecated':
      return second === '' ? deprecatedKey(property, first) : deprecatedValue(property, first, second);
    case 'invalid-paired-attribute':
      return `Invalid value for '${below(first)}': '${second}' is not valid with '${below(third)}' value '${fourth}'.`;
    case 'ms-alias-invalid':
      return `Invalid value for '${property}': '${first}' is not a Microsoft alias.`;
    case 'attribute-reserved':
      return `Attribute ${property} is reserved for use by Docs.`;
    case 'one-of-failed':
      return `Value '${first}' of '${property}' must match exactly one of the schemas.`;
    case 'not-failed':
      return `Value '${first}' of '${property}' is not allowed.`;
    case 'boolean-schema-failed':
      return `Boolean schema validation failed for '${property}'.`;
    default:
      return args.join(' ');
  }
}

function deprecatedKey(property: string, successor: string): string {
  return `Deprecated attribute: '${property}'${successor === '' ? '' : `, use '${successor}' instead`}.`;
}

function deprecatedValue(property: string, successor: string, value: string): string {
  return `Deprecated value '${value}' for '${property}'${successor === '' ? '' : `, use '${successor}' instead`}.`;
}
