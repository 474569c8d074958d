/**
 * The second half of `npm run build`: checks the authored files and compiles them where they have changed.
 *
 * @example
 * npm run build                    # prints every issue
 * npm run build -- --quiet         # prints errors only, for commands that print something themselves
 * npm run build -- --or-earlier    # ends well where an earlier line can be told, for `npm start`
 */
import { checkFiles } from './support/check-files.ts'
import { readArguments } from './support/command.ts'

const USAGE = `npm run build [-- --quiet] [-- --or-earlier]

Checks the authored files, prints every issue, and compiles the line.
  --quiet        print errors only
  --or-earlier   end well where an earlier line can be told`

const { values } = readArguments(USAGE, {
  options: {
    quiet: { type: 'boolean', default: false },
    'or-earlier': { type: 'boolean', default: false },
  },
})
await checkFiles({ isQuiet: values.quiet, orEarlier: values['or-earlier'] })
