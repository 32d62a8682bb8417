import { describe, expect, test } from '@jest/globals';
import { parseMail } from '../../src/mail/parse-mail.ts';
import { understandMail } from '../../src/mail/rules/read.ts';
import { grove } from './mail-school.ts';

const mailOf = (text: string) => parseMail(Buffer.from(`From: Amara <a@mail.example>\r\nTo: school@grove.example\r\nSubject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`));

describe('the language of a mail', () => {
  test.each<[string, string]>([
    ['Polish', 'Dzień dobry, chciałabym porozmawiać o tym, co dzieje się w grupie rodziców. Piszą tam rzeczy, które mnie bardzo niepokoją.'],
    ['Romanian', 'Bună ziua, aș dori să vorbesc cu cineva despre ce se scrie în grupul părinților. Sunt foarte îngrijorată.'],
    ['Portuguese', 'Bom dia, gostaria de falar com alguém sobre o que escrevem no grupo dos pais. Estou muito preocupada.'],
    ['Spanish', 'Buenos días, quisiera hablar con alguien sobre lo que escriben en el grupo de padres. Estoy muy preocupada.'],
    ['Lithuanian', 'Laba diena, norėčiau pasikalbėti apie tai, kas rašoma tėvų grupėje. Aš labai nerimauju dėl savo vaiko.'],
    ['Turkish', 'Merhaba, veli grubunda yazılanlar hakkında biriyle konuşmak istiyorum. Çok endişeliyim ve ne yapacağımı bilmiyorum.'],
    ['Albanian', 'Mirëdita, dua të flas me dikë për atë që shkruhet në grupin e prindërve. Jam shumë e shqetësuar për vajzën time.'],
    ['Ukrainian', 'Добрий день, я хотіла б поговорити про те, що пишуть у групі батьків. Мене це дуже непокоїть, і я не знаю, що робити.'],
    ['Urdu', 'السلام علیکم، میں والدین کے گروپ میں لکھی جانے والی باتوں کے بارے میں کسی سے بات کرنا چاہتی ہوں۔ میں بہت پریشان ہوں۔'],
    ['Arabic', 'صباح الخير، أود التحدث مع شخص ما حول ما يكتب في مجموعة أولياء الأمور. أنا قلقة جدا على ابنتي.'],
    ['Bangla', 'শুভ সকাল, অভিভাবকদের গ্রুপে যা লেখা হচ্ছে সে বিষয়ে আমি কারো সাথে কথা বলতে চাই। আমি খুব চিন্তিত।'],
    ['Chinese', '早上好，我想和您谈谈家长群里写的内容。我非常担心我的女儿，不知道该怎么办。'],
    ['another language', 'Subax wanaagsan, waxaan jeclaan lahaa inaan la hadlo qof ku saabsan waxa lagu qoro kooxda waalidka. Aad baan uga walaacsanahay gabadhayda maantana ma iman doonto dugsiga.'],
  ])('%s is named, and the mail never put aside', async (language, text) => {
    const mail = await mailOf(text);
    expect(mail.language?.name).toContain(language);
    const read = understandMail(mail, grove);
    expect(read.route).not.toBe('not-a-concern');
    expect(read.reason).toMatch(new RegExp(`^In ${mail.language?.name ?? ''}: needs translating\\. [A-Z]`));
  });

  test.each([
    'Hi, Ella has a tummy bug and wont be in today. Please can you let her teacher know, thanks',
    'Fao Mrs Whitlock pls see pic attached from yr 4 class whatsapp, its well out of order innit',
    'Jakub Wojciechowski 4B absent today dentist appointment 10am will return after lunch many thanks Agnieszka Wojciechowska',
    'Zaynab Nguyen and Oluwaseun Adeyemi Okonkwo-Babatunde Year 4 Maple class trip consent form payment ParentPay',
    'Dzień dobry, nie.', 'Merci', '',
  ])('of "%s" nothing is said', async (text) => {
    expect((await mailOf(text)).language).toBeNull();
  });

  test('a few words in another script are enough to say that', async () => {
    expect((await mailOf('سلام')).language?.name).toMatch(/^Arabic/);
    expect((await mailOf('Добрый день')).language?.name).toBe('a language in Cyrillic script');
  });

  test('an answer in English to a mail in Polish is English', async () => {
    const mail = await mailOf('Thank you, I will speak to the class teacher about that and let you know.\r\n\r\n> Dzień dobry, chciałabym porozmawiać o tym, co dzieje się w grupie rodziców. Piszą tam rzeczy.');
    expect(mail.language).toBeNull();
  });
});
