import type { URI } from 'vscode-uri';
import type { ConfigurationSettings } from '../core/docset/configuration';
import type { HistoryPoint } from '../features/report/model';

export interface HistoryQuestion {
  /** How many commits to look at, from 1. */
  readonly count: number;
  /** Whether a path is asked for. */
  readonly holds: (path: string) => boolean;
  /** Settings that hold for every commit, beside the configuration that it has. */
  readonly settings?: ConfigurationSettings;
  /** Called before each commit that is looked at, with how many were. */
  readonly onCommit?: (done: number, all: number) => void;
  readonly signal?: { readonly aborted: boolean };
}

/** What git knows of a repository that the server reads itself. */
export interface History {
  /** Whether there is any commit. */
  isThere(root: URI): Promise<boolean>;
  /** The oldest first; why not, in one sentence, where git cannot tell. */
  read(root: URI, question: HistoryQuestion): Promise<readonly HistoryPoint[] | string>;
}
