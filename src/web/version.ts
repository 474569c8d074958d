/**
 * The version of this program.
 *
 * @example
 * version // '0.1.0'
 */
export { version } from '../../package.json'
