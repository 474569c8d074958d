/**
 * The account at Twilio whose REST API the commands of operators call.
 *
 * @example
 * accountSidProblem('SK' + '0'.repeat(32)) // 'TWILIO_ACCOUNT_SID must be "AC" and 32 digits …'
 */

/** A sentence for the operator, or nothing. */
export function accountSidProblem(sid: string): string | undefined {
  return /^AC[0-9a-fA-F]{32}$/.test(sid)
    ? undefined
    : 'TWILIO_ACCOUNT_SID must be "AC" and 32 digits and letters from a to f. Copy "Account SID" from the Account Dashboard of Twilio\'s Console.'
}
