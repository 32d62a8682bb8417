import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { parseMail } from '../../src/mail/parse-mail.ts';

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const mailIn = (charset: string, body: Buffer, encoding = '8bit'): Buffer => Buffer.concat([
  latin(`From: a@mail.example\r\nSubject: x\r\nContent-Type: text/plain${charset === '' ? '' : `; charset=${charset}`}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`), body,
]);
const textIn = async (charset: string, body: Buffer, encoding?: string): Promise<string> => (await parseMail(mailIn(charset, body, encoding))).text;

describe('charsets of every age', () => {
  test.each<[string, string]>([
    ['windows-1250', 'Žluťoučký kůň'], ['windows-1251', 'Добрый день'], ['windows-1252', '“Señora” – €5'], ['windows-1253', 'Καλημέρα'], ['windows-1254', 'İyi günler, öğretmen'],
    ['windows-1255', 'שלום'], ['windows-1256', 'صباح الخير'], ['windows-1257', 'Labas rytas, šiandien'], ['windows-1258', 'Chào'], ['windows-874', 'สวัสดี'],
    ['iso-8859-1', 'Ça va, señor'], ['iso-8859-2', 'Gżegżółka'], ['iso-8859-3', 'Ĉu ŝi'], ['iso-8859-4', 'Ķēniņš'], ['iso-8859-5', 'Привет'], ['iso-8859-7', 'Ελλάδα'], ['iso-8859-8', 'שלום'], ['iso-8859-9', 'Şükrü'],
    ['iso-8859-10', 'Þór ŋ'], ['iso-8859-13', 'ąčęė'], ['iso-8859-14', 'Ŵyn ŷd'], ['iso-8859-15', '€ œuvre'], ['iso-8859-16', 'Știință'],
    ['koi8-r', 'Здравствуйте'], ['koi8-u', 'Їжак'], ['ibm866', 'Привет'], ['cp850', 'Ærø'], ['cp437', 'naïve'], ['macintosh', 'Señor – café'],
    ['gb18030', '孩子今天生病'], ['gb2312', '孩子今天'], ['gbk', '學校'], ['big5', '孩子今天生病'], ['shift_jis', 'お世話になります'], ['cp932', '①学校'], ['euc-jp', '学校を休みます'], ['euc-kr', '학교에 못 갑니다'], ['ks_c_5601-1987', '학교'],
    ['utf-7', 'Größe – ça'], ['unicode-1-1-utf-7', 'Größe'], ['utf-16le', 'Zoë'], ['utf-16be', 'Zoë'],
  ])('%s', async (charset, text) => {
    const known: Record<string, string> = { cp932: 'shift_jis', 'ks_c_5601-1987': 'euc-kr', 'unicode-1-1-utf-7': 'utf-7', gb2312: 'gbk' };
    const bytes = iconv.encode(text, known[charset] ?? charset);
    expect(await textIn(charset, bytes)).toBe(text);
    expect(await textIn(`"${charset.toUpperCase()}"`, latin(bytes.toString('base64')), 'base64')).toBe(text);
  });

  test.each<[string, string, Buffer, string]>([
    ['iso-2022-jp', 'iso-2022-jp', latin('\x1b$B3X9;\x1b(B desu'), '学校 desu'],
    ['iso-2022-jp that says nothing of itself', '', latin('\x1b$B3X9;\x1b(B desu'), '学校 desu'],
    ['iso-2022-kr', 'iso-2022-kr', latin('\x1b$)C\x0eGP13\x0f!'), '학교!'],
    ['hz-gb-2312', 'hz-gb-2312', latin('~{Q\'P#~} ok'), '学校 ok'],
    ['UTF-16 with its mark', 'utf-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Zoë', 'utf16le')]), 'Zoë'],
    ['UTF-8 with its mark', 'iso-8859-1', Buffer.from('\ufeffZoë'), 'Zoë'],
    ['an unknown name over UTF-8', 'x-our-own', Buffer.from('Zoë'), 'Zoë'],
    ['an unknown name over windows-1252', 'x-our-own', latin('Zo\xeb \x93x\x94'), 'Zoë “x”'],
    ['"us-ascii" over UTF-8', 'us-ascii', Buffer.from('Zoë – yes'), 'Zoë – yes'],
    ['"iso-8859-1" over UTF-8', 'iso-8859-1', Buffer.from('Zoë – yes'), 'Zoë – yes'],
    ['"gb2312" over UTF-8', 'gb2312', Buffer.from('孩子今天生病了，不能来上学'), '孩子今天生病了，不能来上学'],
    ['"utf-8" over windows-1252', 'utf-8', latin('Se\xf1ora, \x80 5'), 'Señora, € 5'],
    ['"utf-16" over plain letters', 'utf-16', latin('plain words'), 'plain words'],
    ['"iso-8859-1" over windows-1252', 'iso-8859-1', latin('\x93x\x94 \x96 y'), '“x” – y'],
    ['no name over windows-1252', '', latin('Zo\xeb'), 'Zoë'],
    ['UTF-8 cut off in the middle of a letter', 'utf-8', Buffer.from('Zoë ö 中').subarray(0, -1), 'Zoë ö \ufffd'],
  ])('%s', async (_, charset, bytes, text) => {
    expect(await textIn(charset, bytes)).toBe(text);
  });
});

describe('headers', () => {
  const subjectOf = async (...headers: (string | Buffer)[]): Promise<string> => (await parseMail(Buffer.concat([...headers.map((each) => (typeof each === 'string' ? latin(each) : each)), latin('\r\n\r\nx')]))).subject;

  test.each<[string, string | Buffer, string]>([
    ['raw UTF-8', Buffer.from('Subject: Zoë – yes'), 'Zoë – yes'],
    ['raw latin letters', latin('Subject: Zo\xeb'), 'Zoë'],
    ['raw KOI8, as the body says', Buffer.concat([latin('Content-Type: text/plain; charset=koi8-r\r\nSubject: '), iconv.encode('Привет', 'koi8-r')]), 'Привет'],
    ['an encoded word', 'Subject: =?iso-8859-1?Q?Zo=EB_x?= y', 'Zoë x y'],
    ['a letter split over two words', 'Subject: =?utf-8?B?Wm/D?=\r\n =?utf-8?B?qyB4?=', 'Zoë x'],
    ['a word in UTF-7', 'Subject: =?utf-7?Q?Zo+AOs-?=', 'Zoë'],
    ['a word in iso-8859-16', 'Subject: =?iso-8859-16?Q?=AAtiin=FE=E3?=', 'Știință'],
    ['a word with a language', 'Subject: =?utf-8*en?Q?Zo=C3=AB?=', 'Zoë'],
    ['a word that is none', 'Subject: =?utf-8?Q?Zo', '=?utf-8?Q?Zo'],
    ['folded', 'Subject: one\r\n two\r\n\tthree', 'one two three'],
    ['twice: the first counts', 'Subject: one\r\nSubject: two', 'one'],
  ])('%s', async (_, header, subject) => {
    expect(await subjectOf('From: a@mail.example\r\n', header)).toBe(subject);
  });

  test.each<[string, string | Buffer, string]>([
    ['in pieces (RFC 2231)', 'filename*0*=utf-8\'\'K%C3%BC; filename*1*=che; filename*2=".pdf"', 'Küche.pdf'],
    ['whole (RFC 2231)', 'filename*=utf-8\'\'K%C3%BCche.pdf', 'Küche.pdf'],
    ['as an encoded word', 'filename="=?utf-8?Q?K=C3=BCche.pdf?="', 'Küche.pdf'],
    ['in raw latin letters', latin('filename="K\xfcche.pdf"'), 'Küche.pdf'],
    ['with a path', 'filename="..\\\\..\\\\C:\\\\x/secret.pdf"', 'secret.pdf'],
    ['turned round by a control sign', Buffer.from('filename="photo\u202egpj.exe"'), 'photogpj.exe'],
  ])('a file name %s', async (_, parameter, name) => {
    const bytes = Buffer.concat([latin('From: a@mail.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nhi\r\n--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; '), typeof parameter === 'string' ? latin(parameter) : parameter, latin('\r\n\r\n%PDF\r\n--x--\r\n')]);
    expect((await parseMail(bytes)).exhibits.map((each) => each.name)).toEqual([name]);
  });
});
