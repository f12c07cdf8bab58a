export { run } from '../index';
