/**
 * The telephone number in an address of Twilio's (`From`, `To`), and whether its owner has withheld it.
 *
 * @example
 * phoneIn('whatsapp:+5215512345678', 'US') // '+525512345678'
 * phoneIn('sip:+15555550123@pbx.example.org;user=phone', 'US') // '+15555550123'
 * phoneIn('07700 900123', 'GB') // '+447700900123'
 * phoneIn('client:jenny', 'US') // null
 * countryIn('whatsapp:GB.13491208655302741918') // 'GB'
 * isWithheld('+266696687') // true: ANONYMOUS on a keypad
 */
import { fullNumber, internationalNumber, isTooShort } from '../locale/phone-country.ts'

/** Meta's id of a person on WhatsApp who shows a username in place of the number; `ENT` where several businesses share the id. */
const WHATSAPP_USER = /^([A-Z]{2})\.(?:ENT\.)?[A-Z0-9]+$/i
/** Such as `whatsapp:`, `rcs:`, `sip:`; a number has none. */
const SCHEME = /^(?:([a-z][a-z0-9+.-]*):)?(.*)$/is
/** Where digits without + are a number, and not an id such as that of `messenger:`. */
const NATIONAL = [undefined, 'sip', 'sips', 'tel']
/**
 * What carriers and Twilio send for a caller who withholds the number, in words or in the digits that spell them on a keypad
 * (Twilio's support page on calls from +266696687, +7378742833, +2562533, +8656696 and +86282452253).
 */
const WITHHELD = [
  ...['anonymous', 'restricted', 'blocked', 'unknown', 'unavailable', 'private', 'withheld', 'hidden'],
  ...['nocallerid', 'notavailable', 'outofarea', 'unlisted', 'unidentified', 'confidential', 'payphone'],
]
const SPELLED = new Set(WITHHELD.map(onKeypad))

/** `country` is where the digits of an address without + are dialled. */
export function phoneIn(address: string, country: string): string | null {
  const { scheme, user } = parts(address)
  const phone = user.replace(/[\s().-]/g, '')
  // Mexico gave up the 1 of mobile phones in 2019; WhatsApp writes it still.
  if (/^\+[1-9]\d{6,14}$/.test(phone)) return phone.replace(/^\+521(?=\d{10}$)/, '+52')
  if (!NATIONAL.includes(scheme) || !/^\d{7,15}$/.test(phone)) return null
  return fullNumber(phone, country) ?? internationalNumber(phone) ?? null
}

/** The country that an address names in letters: that of a WhatsApp user whose number is not shown. */
export function countryIn(address: string): string | undefined {
  const { scheme, user } = parts(address)
  const [, country] = WHATSAPP_USER.exec(user) ?? []
  return scheme === 'whatsapp' ? country?.toUpperCase() : undefined
}

/** Twilio's country of such a caller is nonsense, such as Lesotho for +266696687 and Thailand for "Anonymous". */
export function isWithheld(address: string): boolean {
  const { scheme, user } = parts(address)
  const digits = user.replace(/\D/g, '')
  if (digits === '') return scheme === undefined || saysWithheld(address)
  return SPELLED.has(digits) || (user.startsWith('+') && isTooShort(`+${digits}`))
}

/** Whether it says so in words, and is no name such as VERIZON. */
export function saysWithheld(address: string): boolean {
  const word = parts(address).user.replace(/\P{L}/gu, '').toLowerCase()
  return WITHHELD.some((each) => word.startsWith(each))
}

/** RFC 3261 and 3966: what is after @ or ; is the host and its parameters. */
function parts(address: string): { scheme: string | undefined; user: string } {
  const [, scheme, rest = ''] = SCHEME.exec(address.trim()) ?? []
  const [user = ''] = rest.replace(/^\/\//, '').split(/[@;?]/)
  return { scheme: scheme?.toLowerCase(), user: user.replace(/^%2b/i, '+') }
}

function onKeypad(word: string): string {
  return word.replace(/./g, (letter) => '22233344455566677778889999'.charAt(letter.charCodeAt(0) - 97))
}
