/** Every command says in one line what is wrong with its arguments, instead of a stack trace. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../support/root.ts'

test.each([
  ['card', ['--size', 'a5'], "Unknown option '--size'. Options: --paper.\n"],
  ['card', ['xx'], 'There is no locale "xx". This line has: en, es.\n'],
  ['card', ['--paper', 'a5'], 'There is no paper "a5". Choose one of: a4, letter.\n'],
  ['cost', ['--land', 'US'], "Unknown option '--land'. Options: --country, --calls, --texts, --connected.\n"],
  ['cost', ['US'], "Unexpected argument 'US'. Options: --country, --calls, --texts, --connected.\n"],
  ['cost', ['--country', 'FR'], /^The directory has no numbers for "FR"\. It has: AU, CA, .*\.\n$/],
  ['cost', ['--calls', '-5'], '--calls is "-5". It must be a whole number from 0 to 9999999, such as 500.\n'],
  ['cost', ['--texts=ten'], '--texts is "ten". It must be a whole number from 0 to 9999999, such as 500.\n'],
  ['cost', ['--calls', '99999999'], /^--calls is "99999999"\. It must be a whole number from 0 to 9999999/],
  [
    'cost',
    ['--calls', '--texts', '3'],
    '--calls has no value. Write it after it: `--calls …`; --help shows one.\n',
  ],
  ['cost', ['--calls', '5', '--connected', '6'], /^--connected is 6, of 5 calls: /],
  ['cost', ['--country', 'MX'], /^flows\/prices\/mx\.yaml:1:1 missing-file: .*\n$/],
  ['doctor', ['--fix'], "Unknown option '--fix'. Options: --json.\n"],
  ['setup', ['--force'], "Unknown option '--force'. Options: --yes.\n"],
  ['packet', ['en'], "Unexpected argument 'en'.\n"],
  ['fallback', ['--out'], '--out has no value. Write it after it: `--out …`; --help shows one.\n'],
  ['fallback', ['--out', ''], '--out has no value. Write it after it: `--out …`; --help shows one.\n'],
  ['phone', ['--speak'], "Unknown option '--speak'. Options: --text, --locale, --country, --save.\n"],
  [
    'review',
    [],
    'Name a language: `npm run review -- es`, or `npm run review -- sign es bone --by "M. R., nurse"`.\n',
  ],
  ['review', ['xx'], /^There is no folder locales\/xx\/\. There are: .*\bes\b.*\.\n$/],
  ['review', ['en'], '"en" is the language that the others are translated from: nobody signs it.\n'],
  ['review', ['sign', 'es'], 'Say who signs: --by "M. R., nurse" (initials and role).\n'],
  ['review', ['sign', 'es', '--by', 'Mary'], /^"Mary" names no role\. .*\n$/],
  ['review', ['sign', 'es', 'bones', '--by', 'M. R., nurse'], /^There is no topic "bones"\. .*\n$/],
  ['review', ['sign', 'es', '--by', 'M. R., nurse', '--state', 'ok'], /^There is no state "ok"\. .*\n$/],
  [
    'review',
    ['sign', 'es', '--by', 'M. R., nurse', '--state', 'approved'],
    /^\d+ of these texts are on the red list .*\n$/,
  ],
  ['recordings', [], /^Write `npm run recordings -- ht`, .*\n$/],
  ['recordings', ['es', 'give'], /^Write `npm run recordings -- ht`, .*\n$/],
  ['recordings', ['ht'], /^"ht" is a draft: locales\/ht has its texts, .* `locales: \[en, es, ht\]`; .*\n$/],
  ['recordings', ['xx'], 'There is no locale "xx". This line has: en, es.\n'],
  ['recordings', ['es', 'take', 'nowhere'], 'Say who speaks: --by "M. R., speaker" (initials and role).\n'],
  ['recordings', ['es', 'take', 'nowhere', '--by', 'Mary'], /^"Mary" names no role\. .*\n$/],
  [
    'recordings',
    ['es', 'take', 'nowhere', '--by', 'M. R., speaker'],
    /^nowhere cannot be taken: ENOENT.*\n$/,
  ],
  ['translate', [], 'Write `npm run translate -- export vi`, or `npm run translate -- import vi vi.xlf`.\n'],
  [
    'translate',
    ['import', 'es'],
    'Write `npm run translate -- export vi`, or `npm run translate -- import vi vi.xlf`.\n',
  ],
  ['translate', ['import', 'es', 'nowhere.csv'], /^nowhere\.csv cannot be read: ENOENT.*\n$/],
  ['translate', ['export', 'es', '--format', 'po'], 'There is no format "po". Choose one of: xliff, csv.\n'],
  ['review', ['script', 'xx'], 'There is no locale "xx". This line has: en, es.\n'],
  [
    'review',
    ['es', '--changed-since', 'v1'],
    /^--changed-since is for the script: `npm run review -- script es .*\n$/,
  ],
  ['review', ['script', 'es', '--changed-since', 'v99'], /^git knows no tag or commit "v99" here\. .*\n$/],
])('npm run %s -- %j', (command, options, sentence) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist', 'cli', `${command}.js`), ...options],
    { encoding: 'utf8' },
  )
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(sentence)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test.each([
  ['usage', ['--help']],
  ['phone', []],
])('npm run %s -- %j ends quietly where its reader has gone, as with `| head`', (command, options) => {
  const program = join(root, 'dist', 'cli', `${command}.js`)
  const piped = `"${process.execPath}" "${program}" ${options.join(' ')} < /dev/null | true; echo "\${PIPESTATUS[0]}"`
  const { stdout, stderr } = spawnSync('bash', ['-c', piped], { encoding: 'utf8' })
  expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' })
})
