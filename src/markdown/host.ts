import type { IncludeSource } from '../core/includes/follow';

/** What the plugins ask of their host. `env` is what the host hands to markdown-it when it renders. */
export interface RenderHost {
  /** Root-relative path of the document that is rendered; without one what it names is shown as it is written. */
  pathOf(env: unknown): string | undefined;
  sourceOf(env: unknown): IncludeSource;
  /** Whether the edges of an include are marked with its file, and problems explained: for people, not for publishing. */
  readonly markers: boolean;
}
