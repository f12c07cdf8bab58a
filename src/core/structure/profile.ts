import type { Glob } from '../metadata/glob';
import { marked } from '../text/localize';

/** A section that articles of a profile have, or may have. */
export interface Section {
  readonly id: string;
  /** Labels by which it is known; the first one is the preferred one. Case and a colon at the end do not matter. */
  readonly titles: readonly string[];
  /** Those of other languages, by their language. */
  readonly translations?: Readonly<Record<string, readonly string[]>>;
  readonly isRequired: boolean;
  /** Whether most articles have it although none must. */
  readonly isUsual?: boolean;
  /** What belongs into it: a sentence or two for its writer, in English where it is ours. */
  readonly guidance?: string;
  /** Sections that say as much: where one of them is there, this one is not missed. */
  readonly alternatives?: readonly string[];
}

/** A family of articles that share their sections. */
export interface Profile {
  readonly name: string;
  /** Articles that belong to it whatever they hold; paths from the folder of the configuration. */
  readonly files: readonly Glob[];
  /** Whether other articles belong to it once they have two of its labels. */
  readonly detect: boolean;
  /** In their order. */
  readonly sections: readonly Section[];
}

/** What belongs into the sections that both profiles have. */
const shared = {
  symptoms: marked('What users see before they know what is wrong: the exact message, and where and when it appears.'),
  cause: marked(
    'Why it happens, as far as that helps readers to recognize their case and to avoid it. Leave out what is not known.',
  ),
  solution: marked('What readers do to solve it, in numbered steps, with how they can tell that it worked.'),
};

const environmentIssueSolution: Profile = {
  name: 'environment-issue-solution',
  files: [],
  detect: true,
  sections: [
    {
      id: 'environment',
      titles: ['Environment details', 'Environment'],
      translations: { de: ['Umgebungsdetails'] },
      isRequired: false,
      isUsual: true,
      guidance: marked(
        'Product, version and deployment in which the issue occurs. Leave out what makes no difference.',
      ),
    },
    {
      id: 'symptom',
      titles: ['Symptom', 'Symptoms', 'Symptom(s)'],
      translations: { de: ['Symptome', 'Symptom(e)'] },
      isRequired: false,
      guidance: shared.symptoms,
    },
    {
      id: 'red-flag',
      titles: ['Red flag'],
      translations: { de: ['Rote Markierung'] },
      isRequired: false,
      guidance: marked(
        'When to stop and ask for help instead: signs that the steps below would lose data or make things worse.',
      ),
    },
    {
      id: 'issue',
      titles: ['Issue', 'Problem'],
      translations: { de: ['Problem', 'Abgang'] },
      isRequired: true,
      guidance: marked(
        'The problem, or the question, in the words of the customer: what they tried, what happened and what they expected.',
      ),
      alternatives: ['symptom'],
    },
    {
      id: 'cause',
      titles: ['Cause', 'Causes'],
      translations: { de: ['Ursache', 'Ursachen'] },
      isRequired: false,
      guidance: shared.cause,
    },
    {
      id: 'solution',
      titles: ['Solution', 'Solutions', 'Solution(s)', 'Resolution'],
      translations: { de: ['Lösung', 'Lösungen', 'Auflösung'] },
      isRequired: true,
      guidance: shared.solution,
    },
    {
      id: 'additional-option',
      titles: ['Additional option', 'Additional options'],
      translations: { de: ['Zusätzliche Option', 'Zusätzliche Optionen'] },
      isRequired: false,
      guidance: marked('Another way that works, and when to prefer it to the solution above.'),
    },
    {
      id: 'long-term-solution',
      titles: ['Long-term solution'],
      translations: { de: ['Langfristige Lösung'] },
      isRequired: false,
      isUsual: true,
      guidance: marked('What is planned, or what readers can change, so that the issue does not come back.'),
    },
  ],
};

const symptomsCauseResolution: Profile = {
  name: 'symptoms-cause-resolution',
  files: [],
  detect: true,
  sections: [
    {
      id: 'symptoms',
      titles: ['Symptoms', 'Symptom'],
      translations: { de: ['Symptome', 'Symptom(e)', 'Symptom'] },
      isRequired: true,
      guidance: shared.symptoms,
    },
    {
      id: 'cause',
      titles: ['Cause', 'Causes'],
      translations: { de: ['Ursache', 'Ursachen'] },
      isRequired: false,
      isUsual: true,
      guidance: shared.cause,
    },
    {
      id: 'resolution',
      titles: ['Resolution', 'Solution'],
      translations: { de: ['Lösung', 'Auflösung'] },
      isRequired: true,
      guidance: shared.solution,
    },
  ],
};

/** The profiles that come with the product. Source: census of published Dynamics articles. */
export const bundledProfiles: readonly Profile[] = [environmentIssueSolution, symptomsCauseResolution];

/** Whether a profile names an article, by its path from the folder of the configuration. */
export function isNamed({ files }: Profile, path: string): boolean {
  return files.some((glob) => glob.matches(path));
}

/** A label as it is compared: without case, a colon at the end and more than one space. */
export function normalLabel(text: string): string {
  return text
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/ ?:$/, '')
    .toLowerCase();
}

/** A label without a colon at the end: where it stands alone it needs none. */
export function plainLabel(label: string): string {
  return label.replace(/\s*:\s*$/, '').trim();
}

/** Every label of a section. */
export function labelsOf({ titles, translations = {} }: Section): readonly string[] {
  return [...titles, ...Object.values(translations).flat()];
}
