/** The parser of the oldest supported VS Code: as for all that the plugins use of it, like today's. */
declare module 'markdown-it-12' {
  export { default } from 'markdown-it';
}
