/** What phones, keyboards, carriers and gateways make of words is undone before the words are read. */
import { describe, expect, test } from 'vitest'
import { find } from '../../src/finder/find.ts'
import { messageText } from '../../src/finder/message.ts'
import { line } from '../support/line.ts'

test.each([
  ['a keycap', '2️⃣', '2'],
  ['a keycap without its selector', '2⃣', '2'],
  ['the keycap of zero', '0️⃣', '0'],
  ['the keycap of the pound key', '#️⃣', '#'],
  ['the keycap of the star key', '*️⃣', '*'],
  ['the keycap of ten', '🔟', '10'],
  ['two keycaps', '2️⃣1️⃣', '21'],
  ['a circled digit', '①', '1'],
  ['a circled digit, white on black', '❷', '2'],
  ['a circled digit, doubled', '⓶', '2'],
  ['a full-width digit', '２', '2'],
  ['an Arabic digit', '٢', '2'],
  ['a Persian digit', '۲', '2'],
  ['a Devanagari digit', '२', '2'],
  ['a bold digit', '𝟐', '2'],
  ['a variation selector', 'STOP ❤️', 'stop'],
  ['the other variation selector', 'MORE ➡︎', 'more'],
  ['an emoji and no space', 'BONE❤️', 'bone'],
  ['a skin tone and joiners', '👩🏽‍⚕️ BONE 👍🏾', 'bone'],
  ['a flag', '🇺🇸 BONE', 'bone'],
  ['a flag of tags', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 BONE', 'bone'],
  ['a zero-width space', 'BO\u200bNE', 'bone'],
  ['joiners', 'B\u200cO\u200dNE', 'bone'],
  ['a soft hyphen', 'B\u00adONE', 'bone'],
  ['a word joiner', 'BO\u2060NE', 'bone'],
  ['direction marks', '\u200eBO\u200fNE', 'bone'],
  ['embeddings and isolates', '\u202a\u2067BO\u202cNE\u2069', 'bone'],
  ['a byte order mark', '\ufeffBONE\ufeff', 'bone'],
  ['a no-break space', 'BONE\u00a0PAIN', 'bone pain'],
  ['a narrow no-break space', 'BONE\u202fPAIN', 'bone pain'],
  ['an ideographic space', '\u3000BONE\u3000', 'bone'],
  ['a Hangul filler', 'BONE\u3164', 'bone'],
  ['a Mongolian vowel separator', 'BO\u180eNE', 'bone'],
  ['a combining grapheme joiner', 'BO\u034fNE', 'bone'],
  ['a stand-in for a picture', '\ufffcBONE', 'bone'],
  ['a broken character', 'BO\ufffdNE', 'bone'],
  ['a null', 'BO\0NE', 'bone'],
  ['an escape', '\u001bBONE', 'bone'],
  ['carriage returns', 'BONE\r\nPAIN', 'bone pain'],
  ['full-width letters', 'ＢＯＮＥ', 'bone'],
  ['bold letters', '𝐁𝐎𝐍𝐄', 'bone'],
  ['script letters', '𝓑𝓸𝓷𝓮', 'bone'],
  ['monospace letters', '𝙱𝙾𝙽𝙴', 'bone'],
  ['circled letters', 'Ⓑⓞⓝⓔ', 'bone'],
  ['squared letters', '🅱🅾🅽🅴', 'bone'],
  ['small capitals', 'ʙᴏɴᴇ', 'bone'],
  ['stacked marks', 'B̴͓̊O̷͐N̶E̸', 'bone'],
  ['a ligature', 'ﬁne', 'fine'],
  ['a trade mark', 'Zometa™', 'zometa'],
  ['a curly apostrophe', 'can’t', 'cant'],
  ['an opening apostrophe', 'can‘t', 'cant'],
  ['an acute accent for an apostrophe', 'can´t', 'cant'],
  ['a letter apostrophe', 'canʼt', 'cant'],
  ['a prime', 'can′t', 'cant'],
  ['a full-width apostrophe', 'can＇t', 'cant'],
  ['quotation marks', '“BONE”', 'bone'],
  ['guillemets', '«BONE»', 'bone'],
  ['punctuation', '...BONE!!!', 'bone'],
  ['spaces between letters', 'B O N E', 'bone'],
  ['full stops between letters', 'B.O.N.E.', 'bone'],
  ['repeated letters', 'BOOOONE', 'bone'],
  ['repeated letters at the end', 'helpppp', 'help'],
  ['one letter, repeated', 'xxxx', 'xxxx'],
  ['two letters with a space', 'o y', 'o y'],
  ['an entity', 'can&#39;t', 'cant'],
  ['a hexadecimal entity', 'can&#x2019;t', 'cant'],
  ['entities for quotation marks', '&quot;BONE&quot;', 'bone'],
  ['an entity with an accent', 'se&ntilde;al', 'senal'],
  ['an entity that is none', 'R&D; BONE', 'r bone'],
  ['a web address', 'BONE https://example.org/pain?x=1', 'bone'],
  ['a quoted line', '> MENU: all topics\nBONE', 'bone'],
  ['a quoted message', 'BONE\n\nOn Monday, the line wrote:\n> MENU\n> PERSON', 'bone'],
  ['nothing but a quoted line', '> BONE', 'bone'],
  ['an arrow, which quotes nothing', '>:( BONE', 'bone'],
  ['Japanese letters with voicing marks', 'がん', 'か\u3099 ん'],
])('%s: %j is read as "%s"', (_what, typed, read) => {
  expect(messageText(typed, line.finder.spelling)).toBe(read)
})

describe('in a whole message', () => {
  test.each([
    ['MENU ❤️', 'menu'],
    ['THANKS ❤️', 'thanks'],
    ['PERSON ☎️', 'person'],
    ['MORE ➡️', 'more'],
    ['BONE ❤️', 'bone'],
    ['🆘', 'urgent'],
    ['🚑️', 'urgent'],
    ['S.O.S!', 'urgent'],
    ['B\u00adO\u200bNE', 'bone'],
    ['BONE\n--\nSent from my iPhone', 'bone'],
    ['BONE Sent from my T-Mobile 4G LTE Device', 'bone'],
    ['BONE\nSent from my Verizon, Samsung Galaxy smartphone', 'bone'],
    ['hueso\nEnviado desde mi iPhone', 'bone'],
    ['BONE\nGet Outlook for Android', 'bone'],
    ['(No subject) BONE', 'bone'],
    ['Sin asunto\nHUESO', 'bone'],
  ])('%j leads to %s', (typed, to) => {
    expect(find(line.finder, typed, 'en')).toMatchObject({ found: { to } })
  })

  test.each(['the scan was sent from my doctor', 'me lo enviaron desde mi hospital'])(
    '"%s" has no signature',
    (typed) => {
      expect(find(line.finder, typed, 'en').found.kind).not.toBe('nothing')
    },
  )

  test.each([
    'can&#39;t breathe',
    'ᴄᴀɴ’ᴛ ʙʀᴇᴀᴛʜᴇ',
    'can´t breathe',
    'can\u200b’t b\u00adreathe',
    'CAN’T BREEEEATHE',
  ])('%j is heard', (typed) => {
    expect(find(line.finder, typed, 'en').heard).toEqual({
      alarm: 'emergency',
      rule: 'breath',
      locale: 'en',
    })
  })
})

describe('a long message', () => {
  const story = 'my mum had a scan in march and we wait for the doctor to call us. '

  test.each([1700, 4096, 20_000, 60_000])('is read for danger to its end, after %i characters', (length) => {
    const long = story.repeat(Math.ceil(length / story.length))
    expect(find(line.finder, long, 'en').heard).toBeUndefined()
    expect(find(line.finder, `${long} i want to kill myself`, 'en').heard?.alarm).toBe('crisis')
    expect(find(line.finder, `${long} she cannot breathe ${story}`, 'en').heard?.alarm).toBe('emergency')
    expect(find(line.finder, `${long} ya no quiero vivir`, 'en').heard?.alarm).toBe('crisis')
  })

  test('has its topic by how it begins', () => {
    expect(find(line.finder, story.repeat(100), 'en').found).toEqual(
      find(line.finder, `${story.repeat(100)} hospice hospice hospice`, 'en').found,
    )
  })
})
