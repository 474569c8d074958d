/** Phones and businesses write too; a person who only sounds like one is still heard. */
import { describe, expect, test } from 'vitest'
import { find } from '../../src/finder/find.ts'
import { line } from '../support/line.ts'

describe('a machine writes', () => {
  test.each([
    // A phone's own replies.
    'I’m driving with Do Not Disturb While Driving turned on. I’ll see your message when I get where I’m going.',
    '(I’m not receiving notifications. If this is urgent, reply “urgent” to send a notification through with your original message.)',
    'I am driving with Driving Focus turned on. I will see your message when I get where I am going.',
    'I have notifications silenced.',
    'I’m driving right now - Sent from Android Auto',
    'Sorry, I can’t talk right now.',
    'Can’t talk now. Call me later?',
    'Can’t talk now. What’s up?',
    'Can’t talk right now...',
    'I’m in a meeting.',
    'Sorry, I’m busy. Call back later',
    'I’ll call you right back.',
    'I’ll call you later.',
    'Can I call you later?',
    'On my way!',
    'Estoy conduciendo con la función “No molestar” activada. Veré tu mensaje al llegar.',
    'Estoy conduciendo con el enfoque Conducción activado. Veré tu mensaje cuando llegue.',
    'Lo siento, ahora no puedo hablar.',
    'No puedo hablar ahora. ¿Qué pasa?',
    'Estoy en una reunión. Te llamo más tarde.',
    'Voy en camino.',
    // Offices and businesses.
    'Automatic reply: I am out of the office until Monday. If this is an emergency, call 911.',
    'I am currently out of the office and will return on June 3.',
    'I am on vacation and will reply when I am back.',
    'Thanks for contacting Joe’s Pizza! We’ll get back to you as soon as possible.',
    'We are currently closed. Our office hours are 9 to 5.',
    'This is an automated message. Please do not reply to this message.',
    'ACME: 20% off today! Reply STOP to opt out. Msg&data rates may apply.',
    'Your message has been received.',
    'Respuesta automática: estoy fuera de la oficina. Si es una emergencia, llame al 911.',
    'Gracias por contactarnos. Le responderemos a la brevedad.',
    'Promo: 2x1. Responda STOP para cancelar.',
    // Codes, banks, parcels, appointments.
    '482913 is your verification code',
    'G-482913 is your Google verification code.',
    'Your Uber code is 4829. Never share this code.',
    '4829 is your code',
    'Your security code is 482913',
    'Su código de verificación es 482913',
    'USPS: your package is out for delivery https://example.org/x',
    'Your order has shipped',
    'Your prescription is ready for pickup at the pharmacy.',
    'Fraud alert: card ending in 4829 was used. Reply YES or NO.',
    'Your payment is due on June 1.',
    'Your appointment is scheduled for June 1 at 9. Reply C to confirm.',
    'Su paquete está en camino',
    'Recordatorio de cita: 1 de junio',
    // Carriers, voicemail, mail.
    'Free Msg: Unable to send message - Message Blocking is active.',
    'MAILER-DAEMON: Undelivered Mail Returned to Sender',
    'You have 1 new voicemail',
    'New voicemail from +1 555 555 0111',
    'Voicemail box is full',
    'The subscriber you dialed is not available',
    'NETWORK MSG: You replied with the word "stop"',
    'You have successfully been unsubscribed.',
    'No se pudo entregar el mensaje',
    'Tiene 1 mensaje de voz nuevo',
  ])('%j', (words) => {
    expect(find(line.finder, words, 'en').found).toEqual({ kind: 'machine' })
  })

  test.each([
    'Liked “Numb legs or no bladder control: call 911 now.”',
    'Loved "I want to die"',
    'Laughed at “Bones\nThe most common sign is new pain.”',
    'Emphasized “Can’t breathe? Call 911.”',
    'Questioned “Chest pain”',
    'Disliked “Bones”',
    'Disliked an image',
    'Reacted 👍 to “You matter, and you are not alone.”',
    '\u200a\u200b👍\u200b to “\u200bChest pain now? Call 911\u200b”\u200a',
    'Removed a like from “Numb legs”',
    'Removed an exclamation from “Numb legs”',
    'Loved “Numb legs or no bladder cont…',
    'Liked &quot;Bones&quot;',
    'Le gustó “Piernas dormidas: llame al 911”',
    'Le encantó «Huesos»',
    'No le gustó “Huesos”',
    'Le dio risa “Huesos”',
    'Exclamó por “Huesos”',
    'Dudó sobre “Huesos”',
    'Reaccionó con ❤️ a “No puedo respirar: 911”',
    'A María José le encantó “Quiero morir”',
    'Eliminó un “Me gusta” de “Huesos”',
    '👍 a “Dolor de pecho”',
    'Le encantó una imagen',
    'Gefällt „Knochen“',
    'A aimé « Numb legs »',
    'Ha apprezzato “Bones”',
    'Curtiu “Bones”',
    'Понравилось «Bones»',
  ])('when a person reacts to a text of ours: %j', (words) => {
    expect(find(line.finder, words, 'es').found).toEqual({ kind: 'machine' })
  })
})

describe('a person writes', () => {
  test.each([
    ['I can’t talk right now, I can’t breathe', 'emergency'],
    ['I’m driving right now and I can’t breathe', 'emergency'],
    ['Sorry I can’t talk right now my chest hurts', 'emergency'],
    ['On my way to kill myself', 'crisis'],
    ['No puedo hablar, no puedo respirar', 'emergency'],
    ['Estoy en una reunión y quiero matarme', 'crisis'],
    ['My sister wrote "I want to die"', 'crisis'],
    ['New voicemail from 555-0111: mom is not breathing', 'emergency'],
    ['Automatic reply: I want to kill myself', 'crisis'],
    ['I suddenly can’t talk', 'emergency'],
  ])('"%s", which is an alarm (%s)', (words, alarm) => {
    const { found, heard } = find(line.finder, words, 'en')
    expect(heard?.alarm).toBe(alarm)
    expect(found.kind).not.toBe('machine')
  })

  test.each([
    'do i reply stop to opt out?',
    'my doctor is out of the office who do i call',
    'I got a voicemail from my oncologist about my scan',
    'thank you for your message',
    'I loved “Bones”',
    'what is the code for bones',
    'my zip code is 90210',
    'I am on vacation until friday can i fly',
    'i got a message from you about bone pain',
    'Is this an automated message?',
    'su medicina ya está lista y no quiere tomarla',
    'to "BONE" or not',
    'can I drive on morphine',
    'I am driving my mom to chemo',
    'did my text send',
  ])('"%s"', (words) => {
    expect(find(line.finder, words, 'en').found.kind).not.toBe('machine')
  })
})
