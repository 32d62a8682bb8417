/**
 * What mail programs write above a mail that they forward or quote, by language. A list to add to: each entry is
 * matched whole and without regard to case. Seen in Outlook (classic, new, web, phone), Gmail, Apple Mail, Thunderbird, Yahoo, Samsung.
 */
export const headerWords = {
  from: ['From', 'De', 'Von', 'Da', 'Van', 'Od', 'От', 'Från', 'Fra', 'Lähettäjä', 'Kimden', 'Από', 'Feladó', 'De la', 'Nga', 'Ka', 'من', '发件人', '寄件者', '差出人', '보낸 사람', 'Từ', 'প্রেরক', 'Nadawca', 'Mittente', 'Expéditeur', 'Remitente', 'Remetente', 'Absender', 'Afzender', 'Avsändare', 'Avsender', 'Від', 'Odesílatel', 'Пошиљалац', 'Siuntėjas', 'Nuo', 'No', 'Sūtītājs', 'Saatja', 'Prej'],
  date: ['Sent', 'Date', 'Enviado', 'Enviado el', 'Enviada em', 'Enviado em', 'Fecha', 'Data', 'Envoyé', 'Envoyé le', 'Gesendet', 'Datum', 'Inviato', 'Verzonden', 'Wysłano', 'Отправлено', 'Дата', 'Skickat', 'Sendt', 'Dato', 'Lähetetty',
    'Päiväys', 'Gönderildi', 'Gönderilme', 'Tarih', 'Ημερομηνία', 'Στάλθηκε', 'Elküldve', 'Dátum', 'Trimis', 'Dërguar', 'التاريخ', 'تاريخ', 'تم الإرسال', '发送时间', '日期', '送信日時', '日付', '보낸 날짜', 'Đã gửi', 'Ngày', 'Taariikh', 'তারিখ', 'Дата', 'Надіслано', 'Odesláno', 'Odoslané', 'Išsiųsta', 'Nosūtīts', 'Data wysłania', 'Date d\'envoi', 'Verzenddatum', 'Sent on', 'Date/Time', '送信済み', '日時', '날짜', '寄件日期', '傳送時間'],
  to: ['To', 'Para', 'À', 'A', 'An', 'Aan', 'Do', 'Кому', 'Till', 'Til', 'Vastaanottaja', 'Kime', 'Alıcı', 'Προς', 'Címzett', 'Către', 'Për', 'Ku', 'إلى', '收件人', '宛先', '받는 사람', 'Đến', 'Tới', 'প্রতি', 'Adresat', 'Pour', 'Destinataire', 'Destinatario', 'Destinatário', 'Empfänger', 'Mottagare', 'Mottaker', 'Modtager', 'Komu', 'Kam', 'Saaja', '收件者', '받는사람'],
  cc: ['Cc', 'Bcc', 'CC/CCO', 'Kopie', 'DW', 'Копия', 'Kopia', 'Kopi', 'Copie', 'Copia', 'Bilgi', '抄送', 'نسخة'],
  subject: ['Subject', 'Asunto', 'Assunto', 'Objet', 'Betreff', 'Oggetto', 'Onderwerp', 'Temat', 'Тема', 'Ämne', 'Emne', 'Aihe', 'Konu', 'Θέμα', 'Tárgy', 'Subiect', 'Subiectul', 'Subjekti', 'الموضوع', '主题', '主旨', '件名', '제목', 'Chủ đề', 'বিষয়', 'Sujet', 'Předmět', 'Predmet', 'Tema', 'Naslov', 'Theme', 'Mada', 'Mawduuca', '主題', '件名'],
  other: ['Reply-To', 'Responder a', 'Antwort an', 'Répondre à', 'Importance', 'Priority', 'Attachments', 'Importancia', 'Wichtigkeit', 'Anlagen', 'Sender', 'Sensitivity', 'Resent-From'],
} as const;

export type HeaderWord = keyof typeof headerWords;

/** Lines that say in so many words: what follows was forwarded. */
export const forwardMarkers = [
  'Forwarded message', 'Begin forwarded message', 'Forwarded by', 'Mensaje reenviado', 'Inicio del mensaje reenviado', 'Mensagem encaminhada', 'Mensagem reencaminhada', 'Início da mensagem encaminhada', 'Início da mensagem reencaminhada',
  'Message transféré', 'Début du message réexpédié', 'Début du message transféré', 'Weitergeleitete Nachricht', 'Anfang der weitergeleiteten Nachricht', 'Messaggio inoltrato', 'Inizio messaggio inoltrato', 'Doorgestuurd bericht', 'Begin doorgestuurd bericht',
  'Wiadomość przekazana', 'Treść przekazanej wiadomości', 'Пересылаемое сообщение', 'Пересланное сообщение', 'Начало переадресованного сообщения', 'Vidarebefordrat meddelande', 'Videresendt melding', 'Videresendt meddelelse', 'İletilmiş mesaj', 'Yönlendirilmiş mesaj',
  'Mesaj redirecționat', 'Προωθημένο μήνυμα', 'رسالة معاد توجيهها', '转发的邮件', 'Mail transféré', 'Message réexpédié', 'Vidarebefordrat brev', 'Vidarebefordrat mejl', 'Přeposlaná zpráva', 'Továbbított levél', 'Továbbított üzenet', 'Переслане повідомлення', 'Doorgestuurde e-mail', 'Mensagem reenviada', 'Correo reenviado', 'Mail inoltrata', 'E-mail transféré', '전달된 메시지', '转发邮件信息', '転送メッセージ', 'Thư được chuyển tiếp',
];

/** Lines that stand above an earlier mail, be it answered or forwarded. */
export const originalMarkers = [
  'Original Message', 'Original Appointment', 'Mensaje original', 'Mensagem original', "Message d'origine", 'Message original', 'Ursprüngliche Nachricht', 'Originalnachricht', 'Messaggio originale', 'Oorspronkelijk bericht', 'Wiadomość oryginalna',
  'Исходное сообщение', 'Ursprungligt meddelande', 'Opprinnelig melding', 'Oprindelig meddelelse', 'Orijinal Mesaj', 'Αρχικό μήνυμα', 'الرسالة الأصلية', '原始邮件', 'Mesaj original', 'Oryginalna wiadomość', 'Původní zpráva', 'Eredeti üzenet', 'Originele bericht', 'Оригінальне повідомлення', 'Message initial', 'Alkuperäinen viesti', '元のメッセージ', '원본 메시지', '原始郵件', 'Tin nhắn gốc', 'E-mail original', 'Mail original',
];

/** The end of "On Monday, Somebody wrote:". */
export const wroteWords = ['wrote', 'writes', 'escribió', 'escreveu', 'a écrit', 'schrieb', 'ha scritto', 'schreef', 'napisał', 'napisał(a)', 'пишет', 'написал', 'написала', 'skrev', 'kirjoitti', 'şunu yazdı', 'yazdı', 'έγραψε', 'a scris', 'كتب', '写道', 'đã viết'];

export const forwardPrefixes = ['fw', 'fwd', 'rv', 'enc', 'res: enc', 'tr', 'wg', 'i', 'inoltro', 'doorst', 'pd', 'vb', 'vs', 'vl', 'ilt', 'i̇lt', 'πρθ', 'fs', '转发', '轉寄', '転送', 'пересл', 'пер', 'إعادة توجيه', 'إعادة', 'továbbítás', 'továbbítva', 'tov', 'fwd fwd', 'přeposl', 'chuyển tiếp', 'ff', 'přep', 'pal', 'edasi', 'pārs'];
export const replyPrefixes = ['re', 'aw', 'r', 'res', 'rif', 'antw', 'odp', 'sv', 'ynt', 'απ', 'réf', 'rép', 'ha', '回复', '回覆', 'رد'];

/** Local parts of addresses behind which no person writes: scanners, forms, gateways. What they send is paper; its author is not known. */
export const deviceSenders: readonly string[] = [
  'copier', 'copiers', 'photocopier', 'scanner', 'scan', 'scans', 'scantomail', 'scan-to-email', 'scan2mail', 'printer', 'printers', 'mfp', 'mfd', 'ricoh', 'xerox', 'canon', 'konica', 'kyocera', 'sharp', 'toshiba', 'brother', 'epson', 'fax', 'efax', 'noreply', 'no-reply', 'no_reply', 'donotreply', 'do-not-reply', 'forms', 'webform', 'webforms', 'wordpress', 'website', 'contactform', 'voicemail', 'voicemessages', 'kiosk', 'ipad', 'reception-ipad', 'frontdesk-ipad',
];
/** Domains of gateways that turn telephone messages into mail: the number is no person. */
export const gatewayDomains: readonly string[] = ['sms', 'mms', 'txt', 'fax', 'efax', 'voicemail'];

/** Asked to pass it on, or saying so: then the words sent on are the words of whoever wrote them. Phrases as in `phrases.ts`. */
export const passingOn: readonly string[] = [
  'pass this on', 'pass it on', 'pass on', 'passing on', 'passing this on', 'passed on', 'pass to the school', 'get this to the school', 'give this to the school', 'send this to the school', 'send it to the school', 'send to the school', 'forward this', 'forward it', 'forwarding', 'forwarded to you', 'forward to you', 'forward to the school', 'asked me to', 'asked me', 'asks me to', 'on behalf of', "hasn't got your", "haven't got your", "haven't got their", "don't have your", "doesn't have your", "doesn't have email", "hasn't got email", 'no email', 'from my neighbour', 'of my neighbour', 'my neighbour', 'my friend', 'my mum', 'for my mum', 'too shy', 'see the mail of', 'see below from', 'mail from', 'email from', 'message from', 'please see', 'her mail', 'his mail', 'her email', 'his email', 'on her behalf', 'on his behalf', 'can you tell the school', 'tell the school', 'let the school know', 'you\'re the class rep', 'class rep',
  'schick*', 'envoie*', 'envoyer', 'envía*', 'enviar', 'manda', 'mándalo', 'inviare', 'invia', 'mandalo', 'stuur*', 'wyślij*', 'отправь*', 'gönder*', 'أرسلي*', 'أرسل', 'পাঠ*', 'gửi', 'skicka*', 'küld*', 'skole*', 'escuela', 'colegio', 'école', 'escola', 'schule', 'scuola', 'szkoł*', 'school toe',
  'reenv*', 'mándelo', 'mandarlo', 'envíalo', 'dígale al colegio', 'al colegio', 'a la escuela', 'transmet*', 'transférer', "dis à l'école", "à l'école", 'fais suivre', 'faire suivre', 'encaminh*', 'à escola', 'weiterleit*', 'leitest', 'leite', 'an die schule', 'weitergeben', 'inoltr*', 'alla scuola', 'doorstur*', 'aan de school', 'stuur', 'bellen met', 'bellen', 'przekaz*', 'przesyłam', 'szkole', 'do szkoły', 'школу', 'школе', 'перешл*', 'передай*', 'σχολείο', 'στείλε', 'προωθ*', 'okula', 'ilet*', 'iletiyorum', 'المدرسة', 'أرسل لكم', 'للمدرسة', 'كما طلبت', 'স্কুলে', '转', '轉', '托我', '学校', '転送', '学校に', 'iskuulka', 'școlii', 'școală', 'trimit', 'iskolának', 'továbbít*', 'nhà trường', 'cho trường', 'vidarebefordr*', 'till skolan', 'til skolen',
];
