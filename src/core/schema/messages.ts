import type { Code } from '../rules/codes';
import { localized, marked, t } from '../text/localize';

/** The texts of the codes of the schema dialect, the Learn build's own where it has one. */
const texts: Readonly<Partial<Record<Code, string>>> = {
  'unexpected-type': marked("Expected type '{0}' but got '{1}'."),
  'invalid-value': marked("Invalid value for '{0}': '{1}'."),
  'format-invalid': marked("String '{0}' is not a valid '{1}'."),
  'string-length-invalid': marked("String '{0}' is too {1}: {2} characters. Length should be {3}."),
  'number-invalid': marked("Number '{0}' should be {1}."),
  'array-length-invalid': marked("Array '{0}' length should be {1}."),
  'array-not-unique': marked("Array '{0}' items should be unique."),
  'array-contains-failed': marked("Array '{0}' should contain at least one item that matches JSON schema."),
  'array-min-check-invalid': marked('The array must have least {0} matched item(s).'),
  'array-max-check-invalid': marked('The array must not have more than {0} matched item(s).'),
  'property-count-invalid': marked("Object '{0}' property count should be {1}."),
  'unknown-field': marked("Could not find member '{0}' on object of type '{1}'."),
  'missing-attribute': marked("Missing required attribute: '{0}'."),
  'missing-paired-attribute': marked("Missing attribute: '{0}'. If you specify '{1}', you must also specify '{2}'."),
  'dependent-schemas-failed': marked("DependentSchemas validation failed for attribute: '{0}'."),
  'missing-either-attribute': marked('One of the following attributes is required: {0}.'),
  'precluded-attributes': marked('Only one of the following attributes can exist: {0}.'),
  'date-format-invalid': marked("Invalid date format for '{0}': '{1}'."),
  'date-out-of-range': marked("Value out of range for '{0}': '{1}'."),
  'attribute-deprecated': marked("Deprecated attribute: '{0}'{1}"),
  'invalid-paired-attribute': marked("Invalid value for '{0}': '{1}' is not valid with '{2}' value '{3}'."),
  'ms-alias-invalid': marked("Invalid value for '{0}': '{1}' is not a Microsoft alias."),
  'attribute-reserved': marked('Attribute {0} is reserved for use by Docs.'),
  'one-of-failed': marked("Value '{1}' of '{0}' must match exactly one of the schemas."),
  'not-failed': marked("Value '{1}' of '{0}' is not allowed."),
  'boolean-schema-failed': marked("Boolean schema validation failed for '{0}'."),
};

const retiredValue = marked("Deprecated value '{2}' for '{0}'{1}");

/** What a finding says, and the arguments of its text in DocFX's order: a schema's own `message` counts on it. */
export interface Wording {
  readonly message: string;
  readonly args: readonly string[];
}

/**
 * @param found what the keyword found
 * @param at dotted path of the value that was checked
 * @param property dotted path of the property that the finding is about
 */
export function wordingOf(code: Code, found: readonly string[], at: string, property: string): Wording {
  const args = argumentsOf(code, found, at, property);
  // A retired value of a key that stays: ours, not DocFX's.
  if (code === 'attribute-deprecated' && found.length > 1)
    return { message: fill(localized(retiredValue), args), args };
  return { message: fill(localized(texts[code] ?? code), args), args };
}

/** Fills a .NET format string. A placeholder without an argument stays as it is. */
export function fill(text: string, args: readonly string[]): string {
  return text.replaceAll(/\{\{|\}\}|\{(\d+)\}/g, (match, index: string | undefined) =>
    index === undefined ? match.charAt(0) : (args[Number(index)] ?? match),
  );
}

function argumentsOf(code: Code, found: readonly string[], at: string, property: string): readonly string[] {
  const [first = '', second = '', third = '', fourth = ''] = found;
  const below = (name: string): string => (at === '' ? name : `${at}.${name}`);
  switch (code) {
    case 'unexpected-type':
    case 'format-invalid':
    case 'number-invalid':
    case 'array-min-check-invalid':
    case 'array-max-check-invalid':
    case 'missing-either-attribute':
    case 'precluded-attributes':
      return found;
    case 'invalid-value':
      return found.length === 1 ? [property, first] : [below(first), second];
    case 'missing-attribute':
    case 'dependent-schemas-failed':
      return [below(first)];
    case 'missing-paired-attribute':
      return [below(first), below(second), below(first)];
    case 'invalid-paired-attribute':
      return [below(first), second, below(third), fourth];
    case 'attribute-deprecated':
      return [property, first === '' ? '.' : t(", use '{0}' instead.", first), ...found.slice(1)];
    default:
      return [property, ...found];
  }
}
