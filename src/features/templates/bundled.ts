import { localized, marked, t } from '../../core/text/localize';
import { bundledProfiles, type Profile } from '../../core/structure/profile';
import type { Template } from './template';

/** How an article of a profile begins. */
interface Form {
  /** The template's name, where it is not the profile's: short, for the command line. */
  readonly name: string;
  readonly label: string;
  readonly topic: string;
  readonly summary: string;
  readonly form: 'bold' | 'heading';
  /** What is to be filled in, by the section's id. */
  readonly fields: Readonly<Record<string, string>>;
}

export const supportTemplate = 'support';

const support: Form = {
  name: supportTemplate,
  label: marked('Support article'),
  topic: 'troubleshooting-general',
  summary: 'Learn how to solve the issue "{{title}}": where it occurs, what to do about it now, and what will change.',
  form: 'bold',
  fields: {
    environment: marked('{{product}}, version'),
    issue: marked('Describe what customers see or ask.'),
    solution: marked('Describe what to do about it now.'),
    'long-term-solution': marked('Describe what will keep it from coming back.'),
  },
};

const troubleshooting: Form = {
  name: 'troubleshooting',
  label: marked('Troubleshooting article'),
  topic: 'troubleshooting-problem-resolution',
  summary:
    'Provides a resolution for the problem "{{title}}": how to recognize it, why it happens, and how to solve it.',
  form: 'heading',
  fields: {
    symptoms: marked('Describe what readers see.'),
    cause: marked('Describe why it happens.'),
    resolution: marked('Describe what to do.'),
  },
};

const header = (topic: string, summary: string): string => `---
title: {{title}}
description: {{? ${summary} }}
author: {{author}}
ms.author: {{alias}}
ms.date: {{date}}
${topic === '' ? '' : `ms.topic: ${topic}\n`}ms.service: {{service}}
---

# {{title}}

{{banner}}

`;

/** Their prompts are in the user's language, what stays in the article in English. */
const plainTemplates = (): readonly Template[] => [
  {
    name: 'how-to',
    label: t('How-to article'),
    detail: t('Steps for one task'),
    isOwn: false,
    text: `${header('how-to', 'Learn how to do the following: {{title}}. The steps, what you need before you begin, and what comes next.')}{{? ${t('Say in a sentence or two what readers achieve, and when they need it.')} }}

## Prerequisites

- {{? ${t('What readers need before they begin.')} }}

## {{? ${t('Do the task')} }}

1. {{? ${t('First step.')} }}
1. {{? ${t('Next step.')} }}

## Next steps

- {{? ${t('Where readers go from here.')} }}
`,
  },
  {
    name: 'concept',
    label: t('Concept article'),
    detail: t('What something is and how it works'),
    isOwn: false,
    text: `${header('concept-article', 'Learn about {{title}}: what it is, how it works, and how it fits in with the other parts of the product.')}{{? ${t('Say in a sentence or two what it is, and what readers understand after reading.')} }}

## {{? ${t('How it works')} }}

{{? ${t('Explain one idea at a time, with an example.')} }}

## Related information

- {{? ${t('Where readers find more.')} }}
`,
  },
  {
    name: 'overview',
    label: t('Overview'),
    detail: t('What a feature is, and when to use it'),
    isOwn: false,
    text: `${header('overview', 'Get an overview of {{title}}: what the feature does, who it is for, when to use it, and where to begin.')}{{? ${t('Say in a sentence or two what it is and for whom.')} }}

## Benefits

- {{? ${t('What readers gain from it.')} }}

## Get started

- {{? ${t('What readers do first.')} }}
`,
  },
];

const forms: ReadonlyMap<string, Form> = new Map([
  ['environment-issue-solution', support],
  ['symptoms-cause-resolution', troubleshooting],
]);

/** The kinds of articles that come with the product, and one for each profile of a team. */
export function templatesOf(profiles: readonly Profile[]): readonly Template[] {
  return [...profiles.map(profileTemplate), ...plainTemplates()];
}

/** The template of a profile. */
export function profileTemplate(profile: Profile): Template {
  const form = forms.get(profile.name);
  const sections = sectionsOf(profile);
  return {
    name: form?.name ?? profile.name,
    label: form === undefined ? profile.name : localized(form.label),
    detail: sections.map(({ id, titles: [title = id] }) => title).join(', '),
    isOwn: !bundledProfiles.includes(profile),
    text: header(form?.topic ?? '', form?.summary ?? t('Say what readers learn.')) + sectionsText(sections, form),
  };
}

function sectionsOf(profile: Profile): Profile['sections'] {
  return bundledProfiles.includes(profile)
    ? profile.sections.filter(({ isRequired, isUsual = false }) => isRequired || isUsual)
    : profile.sections;
}

function sectionsText(sections: Profile['sections'], form: Form | undefined): string {
  return sections
    .map(({ id, titles: [title = id], guidance }) => {
      const label = form?.form === 'bold' ? `**${title}**` : `## ${title}`;
      const comment = guidance === undefined ? '' : `<!-- ${commentText(localized(guidance))} -->\n\n`;
      const field = form?.fields[id];
      const prompt = field === undefined ? t("Write the section '{0}'.", title) : localized(field);
      return `${label}\n\n${comment}{{? ${prompt} }}\n`;
    })
    .join('\n');
}

/** What a team writes must not end the comment. */
function commentText(text: string): string {
  return text.replaceAll('--', '- -').replaceAll(/\s+/g, ' ');
}
