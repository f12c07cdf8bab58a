import type { Addresses } from '../features/includes/preview';
import type { Session } from './session';
import { uriOf } from './uris';

/** How the content of a file names other places in an editor. */
export function addressesIn(session: Session, path: string): Addresses {
  return {
    linkTo: (target) => uriOf(session.root, target),
    docsetFolder: session.repository.files.docsetFolderOf(path),
  };
}
