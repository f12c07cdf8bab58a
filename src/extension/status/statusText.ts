import type { DocumentInfoResult, StatusParams } from '../../server/protocol';
import type { ServerState } from '../client/supervisor';
import type { Localize } from '../localize';

export interface StatusInput {
  readonly server: ServerState;
  /** What the server said last about its work. */
  readonly work: StatusParams | undefined;
  /** About the active document; `undefined` until the server has answered. */
  readonly document: DocumentInfoResult | undefined;
}

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly busy: boolean;
  readonly severity: 'information' | 'error';
}

/** What the language status item says: the docset first, then the schema in force and what the server is doing. */
export function statusText({ server, work, document }: StatusInput, t: Localize): StatusText {
  if (server === 'starting') {
    return { text: t('Dynamics Docs is starting'), detail: '', busy: true, severity: 'information' };
  }
  if (server !== 'running') {
    return {
      text: t('Dynamics Docs has stopped'),
      detail: t('The language server is not running.'),
      busy: false,
      severity: 'error',
    };
  }
  return {
    text: docsetText(document, t),
    detail: [schemaText(document, t), configurationText(document, t), work?.message ?? t('Ready.')]
      .filter((part) => part !== '')
      .join(' · '),
    busy: work?.state === 'indexing',
    severity: work?.state === 'error' ? 'error' : 'information',
  };
}

function docsetText(document: DocumentInfoResult | undefined, t: Localize): string {
  if (document === undefined) return t('Docset');
  return document.docset === null ? t('No docset') : t('Docset {0}', document.docset);
}

function schemaText(document: DocumentInfoResult | undefined, t: Localize): string {
  if (document === undefined || document.schemas.length === 0) return '';
  return document.schemas.length === 1
    ? t('Schema {0}', document.schemas.join())
    : t('Schemas {0}', document.schemas.join(', '));
}

function configurationText(document: DocumentInfoResult | undefined, t: Localize): string {
  const configuration = document?.configuration ?? null;
  return configuration === null ? '' : t('Configuration {0}', configuration);
}
