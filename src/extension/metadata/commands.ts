import type { CommandHandlers } from '../commands/register';
import type { Asking } from '../commands/requests';
import { createConfig } from './createConfig';
import { fixAllInWorkspace } from './fixAllInWorkspace';
import { formatFrontMatter } from './format';
import { insertMetadata } from './insertMetadata';
import { setMetadataInFolder } from './setInFolder';
import { editMetadataValue, takeOverMetadataValue } from './setValue';
import { updateDate } from './updateDate';

type MetadataCommand =
  | 'insertMetadata'
  | 'updateDate'
  | 'formatFrontMatter'
  | 'fixAllInWorkspace'
  | 'setMetadataInFolder'
  | 'createConfig'
  | 'addMetadataKey'
  | 'editMetadataValue'
  | 'takeOverMetadataValue';

/** The commands that write metadata. */
export function metadataCommands(asking: Asking): Pick<CommandHandlers, MetadataCommand> {
  return {
    insertMetadata: (argument) => insertMetadata(asking, argument),
    updateDate: (argument) => updateDate(asking, argument),
    formatFrontMatter: (argument) => formatFrontMatter(asking, argument),
    fixAllInWorkspace: () => fixAllInWorkspace(asking),
    setMetadataInFolder: (argument, answers) => setMetadataInFolder(asking, argument, answers),
    createConfig: () => createConfig(asking),
    addMetadataKey: (argument) => insertMetadata(asking, argument),
    editMetadataValue: (argument, answer) => editMetadataValue(asking, argument, answer),
    takeOverMetadataValue: (argument) => takeOverMetadataValue(asking, argument),
  };
}
